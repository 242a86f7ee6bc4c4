import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change } from '../_kit/store.ts';
import { type Certificate, certificateBySerial, standingOf } from '../_sign/certificate.ts';
import type { Signing } from '../_sign/signing.ts';
import type { Node } from '../_soap/write.ts';
import { type Addressee, element, mobileUser, response, status, uri } from './answer-xml.ts';
import { serviceUri } from './asked.ts';
import { inFormat } from './format.ts';
import { signatureOf, transIdOf, type Verdict } from './transaction.ts';

/** A signature as it is handed out. */
interface Result {
  verdict: Verdict;
  /** Base64, in the format that was asked for. Absent: there is none to hand out. */
  signature?: string;
  certificate: Certificate;
}

/** One byte changed: what no verifier may take. */
function spoilt(signature: string): string {
  const bytes = Buffer.from(signature, 'base64');
  const last = bytes.length - 1;
  bytes[last] = bytes[last]! ^ 0xff;
  return bytes.toString('base64');
}

/** What the validation finds. @throws Fault error_certificate */
async function validated(x: Exchange, certificate: Certificate): Promise<Verdict> {
  const standing = await standingOf(x, certificate);
  if (standing === 'revoked' || standing === 'suspended') return 501;
  if (certificate.authority === 'stranger')
    throw new Fault('error_certificate', 'the certificate was issued by an authority that is not trusted');
  return certificate.state === 'sha1' ? 505 : 502;
}

/** What has come of a signing; undefined: the signer has not answered. `made`: not saved yet. @throws Fault */
export async function resultOf(
  x: Exchange,
  signing: Signing,
  made?: Certificate,
): Promise<Result | undefined> {
  const signature = signatureOf(x, signing);
  if (signature === undefined) return undefined;
  const certificate = made ?? (await certificateBySerial(x, signing.serial));
  if (!certificate) throw new Fault('no_cert_found', 'the certificate is gone');
  const as = (value: string) => inFormat(x, signing, certificate, value);
  if (x.failure === 'invalid-signature')
    return { verdict: 503, signature: await as(spoilt(signature)), certificate };
  if (x.failure === 'constraint-mismatch') return { verdict: 505, certificate };
  const wants = String(signing.own.services).split(' ');
  const verdict = wants.includes('signatureValidation') ? await validated(x, certificate) : 500;
  return { verdict, signature: await as(signature), certificate };
}

/** What `signingCertificate` answers: the certificate in base64 beside the service's name. */
const certificateService = ({ der }: Certificate): Node => ({
  name: 'fi:ServiceResponse',
  content: [
    {
      name: 'fi:Description',
      content: [element('mssURI', serviceUri('signingCertificate')), element('any', der)],
    },
  ],
});

const validationService = (): Node => ({
  name: 'fi:ServiceResponse',
  content: [{ name: 'fi:Description', content: [element('mssURI', serviceUri('signatureValidation'))] }],
});

const good = new Set<Verdict>([500, 502]);

/** MobileUser, signature, format and status, as a response has them. */
export function resultNodes(
  x: Exchange,
  { own }: Signing,
  { verdict, signature, certificate }: Result,
): Node[] {
  const services = String(own.services).split(' ');
  const told = [
    ...(services.includes('signingCertificate') ? [certificateService(certificate)] : []),
    ...(services.includes('signatureValidation') ? [validationService()] : []),
  ];
  const { success } = x.workspace.settings.simpki;
  const value = success === '408' && good.has(verdict) ? 408 : verdict;
  return [
    mobileUser(String(own.msisdn)),
    ...(signature === undefined ? [] : [element('MSS_Signature', [element('Base64Signature', signature)])]),
    uri('MSS_Format', String(own.format)),
    status(value, told),
  ];
}

interface Told {
  /** Of the signing. */
  id: string;
  profile: string;
  /** The last one is the Status: SignatureProfile stands before it. */
  content: readonly Node[];
  changes?: readonly Change[];
}

/** A MSS_SignatureResp: the answer to its request, or a notice of what came of it. */
export function signatureResponse(
  x: Exchange,
  to: Addressee,
  { id, profile, content, changes }: Told,
): Answer {
  return response(x, to, {
    operation: 'MSS_Signature',
    name: 'MSS_SignatureResp',
    content: [...content.slice(0, -1), uri('SignatureProfile', profile), ...content.slice(-1)],
    attributes: { MSSP_TransID: transIdOf(id) },
    ...(changes && { changes }),
  });
}
