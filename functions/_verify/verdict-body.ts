import type { Text } from '../../contracts/_contract.ts';
import type { VerdictView } from '../../contracts/_pki/verify-data.ts';
import type { VerdictStatus } from '../../contracts/_sign/verdict.ts';
import { dateAndTime } from '../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { details, keyValue, type Row } from '../_kit/page/parts.ts';
import * as words from './verdict-words.ts';

export interface VerdictBodyProps {
  lang: Lang;
  verdict: VerdictView;
  /** What was judged: stands above the answer. */
  subject?: Content;
  /** Where one goes on: stands below everything. */
  onward: Content;
}

type Signature = VerdictView['signatures'][number];
type Reason = VerdictView['reasons'][number];

const paths: Readonly<Record<VerdictStatus, string>> = {
  valid: 'M5 12.5l4.5 4.5L19 7.5',
  undecided: 'M12 6v8M12 17.5v.5',
  invalid: 'M7 7l10 10M17 7L7 17',
};

const sign = (status: VerdictStatus): Content =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${paths[status]}" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const shown = (iso: string): Content =>
  html`<time class="digits" datetime="${iso}">${dateAndTime(Date.parse(iso))}</time>`;

const reason = ({ code, title, cure, since }: Reason, lang: Lang, untitled: boolean): Content =>
  html`<li class="reason" data-testid="reason-${code}">${!untitled && html`<p class="reason-title">${say(title, lang)}</p>`}${since !== undefined && html`<p class="reason-since">${say(words.since, lang)} ${shown(since)}</p>`}
    <p class="reason-cure">${say(cure, lang)}</p></li>`;

/** `untitled`: of reasons whose title stands above already. */
const reasonList = (reasons: readonly Reason[], lang: Lang, untitled = false): Content =>
  html`${reasons.length > 0 && html`<ul class="reasons" data-testid="reasons">${reasons.map((each, at) => reason(each, lang, untitled && at === 0))}</ul>`}`;

function whyOf({ status, signatures }: VerdictView): Text | undefined {
  if (status === 'valid') return words.wholeAndGenuine[signatures.length > 1 ? 'several' : 'one'];
  if (signatures.length > 1) return words.seeEach;
  return signatures.length === 1 ? words.doNotAccept[status] : undefined;
}

/** The plain answer: a mark, a word and a colour. */
function answer({ verdict, lang, subject }: VerdictBodyProps): Content {
  const { status, signatures } = verdict;
  const why = whyOf(verdict);
  return html`<section class="paper verdict ${status}" data-testid="verdict" data-status="${status}">
    ${subject}<div class="verdict-answer"><span class="verdict-mark">${sign(status)}</span>
    <h1 data-testid="answer">${say(verdict.answer, lang)}</h1>
    ${why && html`<p class="verdict-why">${say(why, lang)}</p>`}</div>
    ${signatures.length < 2 && reasonList(verdict.reasons, lang, signatures.length === 0)}</section>`;
}

const whoOf = ({ signer }: Signature, lang: Lang): Content => {
  if (!signer) return say(words.nobody, lang);
  const number =
    signer.number !== null &&
    html`<br>${say(words.numberNames[signer.numberKind ?? 'personal'], lang)}: <span class="digits">${signer.number}</span>`;
  const office = [signer.title, signer.organisation === signer.name ? null : signer.organisation]
    .filter(Boolean)
    .join(', ');
  return html`<strong>${signer.name}</strong>${office && html`<br>${office}`}${number}`;
};

const whenOf = ({ time }: Signature, lang: Lang): Content => {
  if (!time) return say(words.noTime, lang);
  return html`${shown(time.at)}<br><span class="hint">${say(words.timeSources[time.source], lang)}${time.by !== null && html` <span>(${time.by})</span>`}</span>`;
};

const authorityOf = ({ chain }: Signature, lang: Lang): Content => {
  const above = chain.slice(1);
  if (above.length === 0) return say(words.noAuthority, lang);
  return html`<ol class="chain">${above.map(({ name, trusted }) => html`<li>${name}${trusted && html` <span class="hint">${say(words.root, lang)}</span>`}</li>`)}</ol>`;
};

/** Whether the certificate was revoked, as far as the judge found out. */
function standingOf({ reasons, proof, time }: Signature, lang: Lang): Content {
  for (const { code, about, since } of reasons) {
    if ((code === 'revoked' || code === 'suspended') && about === 'certificate')
      return html`${say(words.standings[code], lang)} ${since !== undefined && shown(since)}`;
  }
  if (!proof || reasons.some(({ code }) => code === 'status-unknown'))
    return say(words.standings.unknown, lang);
  return say(words.standings[time?.source === 'time-stamp' ? 'goodThen' : 'good'], lang);
}

const sourceOf = ({ proof }: Signature, lang: Lang): Content =>
  proof
    ? html`${say(words.proofs[proof.from], lang)} (${proof.kind.toUpperCase()}, ${shown(proof.at)})`
    : say(words.noProof, lang);

const proofOf = (signature: Signature, lang: Lang): Content =>
  html`${standingOf(signature, lang)}<br><span class="hint">${sourceOf(signature, lang)}</span>`;

function technical(signature: Signature, lang: Lang): Content {
  const [own] = signature.chain;
  const plain = (label: Text, value: string): Row => ({ label, value: html`<code>${value}</code>` });
  const rows: Row[] = [
    plain(words.form, [signature.form, signature.level && `B-${signature.level}`].filter(Boolean).join(', ')),
    plain(words.algorithm, `${signature.key} / ${signature.hash}`),
    ...(own
      ? [
          plain(words.serial, own.serial),
          plain(words.subject, own.subject),
          plain(words.issuer, own.issuer),
          plain(words.fingerprint, own.sha256.match(/.{8}/g)?.join(' ') ?? ''),
          { label: words.validity, value: html`${shown(own.notBefore)} – ${shown(own.notAfter)}` },
        ]
      : []),
    ...signature.reasons.map(({ code, detail }) => plain(words.code, detail ? `${code}: ${detail}` : code)),
  ];
  return details(words.technical, keyValue(rows, lang), lang, 'technical');
}

function part(signature: Signature, at: number, count: number, lang: Lang): Content {
  const title = count > 1 ? { vi: `Chữ ký thứ ${at + 1}`, en: `Signature ${at + 1}` } : words.about;
  const standing = html`<span class="standing">${sign(signature.status)} ${say(words.answers[signature.status], lang)}</span>`;
  const rows: Row[] = [
    ...(count > 1 ? [{ label: words.result, value: standing, testid: 'signature-status' }] : []),
    { label: words.who, value: whoOf(signature, lang), testid: 'who' },
    { label: words.when, value: whenOf(signature, lang), testid: 'when' },
    { label: words.authority, value: authorityOf(signature, lang), testid: 'authority' },
    {
      label: words.covers,
      value: say(words.coverage[String(signature.coversWhole) as 'true' | 'false'], lang),
      testid: 'covers',
    },
    { label: words.status, value: proofOf(signature, lang), testid: 'proof' },
  ];
  return html`<section class="paper signature verdict ${signature.status}" data-testid="signature"><h2>${say(title, lang)}</h2>
    ${keyValue(rows, lang)}${count > 1 && reasonList(signature.reasons, lang)}${technical(signature, lang)}</section>`;
}

/** What the signatures of a document say, to whoever has to accept it or not. Of the style sheet `verdict`. */
export const verdictBody = (props: VerdictBodyProps): Content => {
  const { lang, verdict, onward } = props;
  const { signatures } = verdict;
  return html`${answer(props)}
    ${signatures.map((each, at) => part(each, at, signatures.length, lang))}
    <section class="paper"><p class="hint">${say(words.judgedAt, lang)} ${shown(verdict.at)}. ${say(words.sandboxOnly, lang)}</p>
    <p class="actions">${onward}</p></section>`;
};
