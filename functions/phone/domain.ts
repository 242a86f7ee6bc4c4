import type { Text } from '../../contracts/_contract.ts';
import { vietnamDate } from '../_kit/clock.ts';

export const MESSAGE_SECONDS = 7 * 24 * 3600;

interface Detail {
  name: string;
  label: Text;
  value: string;
}

export interface SignedDocument {
  name: string;
  hash: string;
  /** Lower-case hex. */
  digest: string;
}

/** Something that waits for the person's yes or no, whichever system asks. */
export interface Approval {
  id: string;
  kind: 'sign-in' | 'signature';
  title: Text;
  /** Who asks. */
  asks: string;
  details: readonly Detail[];
  /** Of a signature: what is signed. */
  documents?: readonly SignedDocument[];
  /** Of a signature: how often a PIN may still be tried; 0: it is blocked. */
  triesLeft?: number;
  /** Epoch milliseconds of the token clock. */
  expiresAt: number;
}

/** A QR code of VNeID's sign-in page that waits for a phone. */
export interface QrSignIn {
  id: string;
  /** The characters below the QR code. */
  code: string;
  /** Name of the portal. */
  client: string;
  /** Epoch milliseconds of the token clock. */
  expiresAt: number;
}

export const qrApproval = ({ id, code, client, expiresAt }: QrSignIn): Approval => ({
  id,
  kind: 'sign-in',
  title: { vi: 'Đăng nhập VNeID bằng mã QR', en: 'VNeID sign-in by QR code' },
  asks: client,
  details: [{ name: 'short_code', label: { vi: 'Mã ngắn', en: 'Short code' }, value: code }],
  expiresAt,
});

/** What a signature provider asks this person to sign. */
export interface SignRequest {
  id: string;
  /** Whose service it is. */
  provider: Text;
  /** Name of the service provider. */
  asks: string;
  description: string;
  documents: readonly SignedDocument[];
  /** `notAfter`: epoch milliseconds of the token clock. */
  certificate: { serial: string; name: string; authority: Text; notAfter: number } | null;
  /** Epoch milliseconds of the token clock. */
  expiresAt: number;
}

/** The PIN of a person's signing apps. */
export interface Pin {
  /** 0: blocked. */
  triesLeft: number;
  /** The last tries were wrong ones. */
  triedWrong: boolean;
}

const labels = {
  provider: { vi: 'Dịch vụ ký số', en: 'Signing service' },
  description: { vi: 'Nội dung', en: 'What for' },
  signer: { vi: 'Người ký', en: 'Signer' },
  authority: { vi: 'Nơi cấp chứng thư', en: 'Certificate by' },
  serial: { vi: 'Số sê-ri', en: 'Serial number' },
  valid_to: { vi: 'Có hạn đến', en: 'Valid to' },
} as const satisfies Record<string, Text>;

const detail = (name: keyof typeof labels, value: string): Detail => ({ name, label: labels[name], value });

const both = ({ vi, en }: Text): string => (vi === en ? vi : `${vi} / ${en}`);

/** `22/11/2026`, in Viet Nam. */
const dateOf = (at: number): string => vietnamDate(at).split('-').reverse().join('/');

const certificateNames: readonly string[] = ['signer', 'serial', 'valid_to'];

/** Whether it tells of the certificate what the card need not say at once. */
export const ofCertificate = ({ name }: Detail): boolean => certificateNames.includes(name);

function certificateDetails({ certificate }: SignRequest): Detail[] {
  if (!certificate) return [];
  const { serial, name, notAfter } = certificate;
  return [detail('signer', name), detail('serial', serial), detail('valid_to', dateOf(notAfter))];
}

/** Which authority's: many stand behind one service. */
const authorityDetails = ({ certificate }: SignRequest): Detail[] =>
  certificate ? [detail('authority', both(certificate.authority))] : [];

export const signatureApproval = (request: SignRequest, { triesLeft }: Pin): Approval => ({
  id: request.id,
  kind: 'signature',
  title: { vi: 'Yêu cầu ký số', en: 'Request to sign' },
  asks: request.asks,
  details: [
    detail('provider', both(request.provider)),
    ...authorityDetails(request),
    ...(request.description ? [detail('description', request.description)] : []),
    ...certificateDetails(request),
  ],
  documents: request.documents.map(({ name, hash, digest }) => ({ name, hash, digest })),
  triesLeft,
  expiresAt: request.expiresAt,
});

const speaksOfCode = /(?<!\p{L})(?:mã|otp|code)(?!\p{L})/iu;
/** Not a part of a longer number, of an amount, or of a reference such as `H99-261122-0001`. */
const sixDigits = /(?<![\p{L}\d/.,-])\d{6}(?![\p{L}\d/-]|[.,]\d)/u;
/** Of another length only where the text says what it is, as where a workspace wants longer codes. */
const saidToBe = /(?<!\p{L})(?:là|is) (\d{4,8})(?![\p{L}\d/-]|[.,]\d)/iu;

/** The one-time code in a text message, when the text speaks of one. */
export function codeIn(text: string): string | undefined {
  const composed = text.normalize('NFC');
  if (!speaksOfCode.test(composed)) return undefined;
  return sixDigits.exec(composed)?.[0] ?? saidToBe.exec(composed)?.[1];
}

/** `0950 000 101` */
export const spaced = (phone: string): string => phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
