import type { VerdictView } from '../../contracts/_pki/verify-data.ts';
import contract from '../../contracts/pki.ts';
import type { Content } from '../_kit/page/html.ts';
import { link } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';
import { verdictBody } from '../_verify/verdict-body.ts';
import * as words from '../_verify/verdict-words.ts';

export interface VerdictProps extends Frame {
  /** The system's own path, no slash at the end. */
  here: string;
  verdict: VerdictView;
}

/** What the signatures of a file that was sent say. */
export const verdictPage = ({ lang, assets, here, verdict }: VerdictProps): Content =>
  shell({
    lang,
    assets,
    system: contract.title,
    title: words.title,
    sheets: ['verdict'],
    body: verdictBody({
      lang,
      verdict,
      onward: link({ href: `${here}/verify`, label: words.again, lang, testid: 'again', kind: 'primary' }),
    }),
  });
