import { verdict as verdictData } from '../../../contracts/_pki/verify-data.ts';
import { documentFormats } from '../../../contracts/_portal/signing-data.ts';
import { type Answer, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { call, read } from '../../_relying/call.ts';
import { visitor } from '../linking/enter.ts';
import { frameOf, pages } from '../pages/frame-of.ts';
import type { Portal } from '../portal.ts';
import { signedBytes } from './download.ts';

export const verdictPath = (code: string, format: string): string =>
  `/dossiers/${encodeURIComponent(code)}/verdicts/${encodeURIComponent(format)}`;

/**
 * What a signature of one's own dossier is worth. The document goes from the portal's server to the one who judges
 * signatures, at the address that the sandbox itself has, and through no browser.
 * @throws Fault unknown_dossier, not_signed, register_unavailable
 */
export async function verdict(x: Exchange, portal: Portal): Promise<Answer> {
  const { code: dossier = '', format: asked = '' } = x.params;
  const who = await visitor(x, portal, verdictPath(dossier, asked));
  if (who.elsewhere) return who.elsewhere;
  const format = documentFormats.find((each) => each === asked);
  if (!format) throw new Fault('not_signed', 'a dossier is signed as pdf or as xml');
  const body = await signedBytes(x, portal, { code: dossier, format, account: who.applicant.id });
  const headers = { 'content-type': 'application/octet-stream' };
  const reply = await call(x, 'pki', '/api/verify', { method: 'POST', headers, body });
  const { dossierVerdictPage } = await pages();
  return page(
    dossierVerdictPage({
      ...frameOf(portal),
      base: x.base,
      dossier,
      format,
      verdict: read('pki', reply, verdictData),
    }),
  );
}
