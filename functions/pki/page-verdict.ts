import type { VerdictView } from '../../contracts/_pki/verify-data.ts';
import contract from '../../contracts/pki.ts';
import { type Content, html, say } from '../_kit/page/html.ts';
import { link } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';
import { verdictBody } from '../_verify/verdict-body.ts';
import * as words from '../_verify/verdict-words.ts';

export interface VerdictProps extends Frame {
  /** The system's own path, no slash at the end. */
  here: string;
  verdict: VerdictView;
  /** What the file is called, where that is known. */
  file?: string | undefined;
}

/** What the signatures of a file that was sent say. */
export const verdictPage = ({ lang, assets, here, verdict, file }: VerdictProps): Content =>
  shell({
    lang,
    assets,
    system: contract.title,
    title: words.title,
    sheets: ['verdict'],
    body: verdictBody({
      lang,
      verdict,
      subject: html`${file !== undefined && html`<p class="verdict-subject">${say(words.file, lang)}: <strong data-testid="file-name">${file}</strong></p>`}`,
      onward: link({ href: `${here}/verify`, label: words.again, lang, testid: 'again', kind: 'primary' }),
    }),
  });
