import type { Text } from '../../../contracts/_contract.ts';
import type { Procedure } from '../../../contracts/_procedures.ts';
import { vietnamDate } from '../../_kit/clock.ts';
import { dateAndTime } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { details, heading, type NoticeProps, type Post } from '../../_kit/page/parts.ts';
import type { Dossier } from '../dossiers/dossier.ts';
import type { SignatureRecord } from '../signing/signing.ts';
import { filledFields } from './fields.ts';
import { type PortalFrame, portalPage, wayAround } from './frame.ts';
import { signaturesOf } from './signatures.ts';
import { syncForm } from './sync.ts';

export interface DossiersProps extends PortalFrame {
  base: string;
  procedures: readonly Procedure[];
  dossiers: readonly Dossier[];
  /** Of these dossiers. */
  signatures: readonly SignatureRecord[];
  /** Absent where or while the portal has no such function. */
  sync?: Post;
  notice?: NoticeProps;
}

const TITLE: Text = { vi: 'Quản lý hồ sơ đã nộp', en: 'Submitted dossiers' };
const NONE: Text = { vi: 'Chưa có hồ sơ nào.', en: 'There are none yet.' };
const FIELDS: Text = { vi: 'Nội dung hồ sơ', en: 'What is in it' };
const BY_VNEID: Text = { vi: 'Tài khoản được xác thực với VNeID', en: 'Account authenticated with VNeID' };
const NOT_BY_VNEID: Text = {
  vi: 'Tài khoản chưa xác thực với VNeID',
  en: 'Account not authenticated with VNeID',
};

const TWO_CLOCKS: Text = {
  vi: 'Ngày theo lịch của không gian làm việc; trong ngoặc là đồng hồ của nó.',
  en: "Days by the workspace's calendar; in brackets its clock.",
};

/** Submitted while the calendar showed another day than the clock, by which signatures are dated. */
const hasTwoClocks = ({ date, submittedAt }: Dossier): boolean =>
  vietnamDate(Date.parse(submittedAt)) !== date;

const dayOf = (dossier: Dossier): Content => {
  const day = dossier.date.split('-').reverse().join('/');
  return html`${day}${hasTwoClocks(dossier) && ` (${dateAndTime(Date.parse(dossier.submittedAt))})`}`;
};

const card = (dossier: Dossier, name: Text, signed: Content, lang: Lang): Content =>
  html`<li class="card" data-testid="dossier">
    <h2>${say(name, lang)}</h2>
    <p><code data-testid="dossier-code">${dossier.code}</code></p>
    <p class="hint">${dayOf(dossier)} · <span data-testid="dossier-vneid">${say(dossier.byVneid ? BY_VNEID : NOT_BY_VNEID, lang)}</span></p>
    ${hasTwoClocks(dossier) && html`<p class="hint" data-testid="two-clocks">${say(TWO_CLOCKS, lang)}</p>`}
    <p>${dossier.content}</p>
    ${details(FIELDS, filledFields(dossier.fields, lang), lang, 'dossier-fields')}
    ${signed}
  </li>`;

/** Quản lý hồ sơ đã nộp. */
export const dossiersPage = (props: DossiersProps): Content => {
  const { lang, base, dossiers, procedures, sync } = props;
  const nameOf = ({ service }: Dossier): Text =>
    procedures.find(({ MaDVC }) => MaDVC === service)?.name ?? { vi: service, en: service };
  return portalPage({
    ...props,
    title: TITLE,
    wide: true,
    body: html`<section class="paper">${wayAround(base, 'dossiers', props)}${heading(TITLE, lang)}
      ${sync && syncForm(sync, lang)}
      ${
        dossiers.length === 0
          ? html`<p data-testid="no-dossiers">${say(NONE, lang)}</p>`
          : html`<ul class="cards one">${dossiers.map((dossier) => card(dossier, nameOf(dossier), signaturesOf(props, { code: dossier.code, twoClocks: hasTwoClocks(dossier) }, props.signatures), lang))}</ul>`
      }
    </section>`,
  });
};
