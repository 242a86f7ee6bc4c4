import type { VerdictView } from '../../../contracts/_pki/verify-data.ts';
import type { DocumentFormat } from '../../../contracts/_portal/signing-data.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { link } from '../../_kit/page/parts.ts';
import { verdictBody } from '../../_verify/verdict-body.ts';
import { title } from '../../_verify/verdict-words.ts';
import { type PortalFrame, portalPage, wayAround } from './frame.ts';
import { BACK, DOWNLOAD, documentUrl } from './signatures.ts';

export interface DossierVerdictProps extends PortalFrame {
  base: string;
  /** Which document was judged. */
  dossier: string;
  format: DocumentFormat;
  verdict: VerdictView;
}

const SUBJECT = { vi: 'Hồ sơ', en: 'Dossier' };

/** What the signature of one's own dossier says. */
export const dossierVerdictPage = (props: DossierVerdictProps): Content => {
  const { lang, base, dossier, format, verdict } = props;
  const name = `${dossier} (${format.toUpperCase()})`;
  return portalPage({
    ...props,
    title,
    wide: true,
    sheet: 'verdict',
    body: verdictBody({
      lang,
      verdict,
      subject: html`${wayAround(base, undefined, props)}<p class="verdict-subject">${say(SUBJECT, lang)}: <code data-testid="verdict-document">${name}</code></p>`,
      onward: html`${link({ href: `${base}/dossiers`, label: BACK, lang, testid: 'back', kind: 'primary' })}
        ${link({ href: documentUrl(base, dossier, format), label: DOWNLOAD, lang, testid: 'download', kind: 'plain' })}`,
    }),
  });
};
