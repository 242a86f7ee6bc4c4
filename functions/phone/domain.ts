import type { Text } from '../../contracts/_contract.ts';

export const MESSAGE_SECONDS = 7 * 24 * 3600;

/** Something that waits for the person's yes or no, whichever system asks. */
export interface Approval {
  id: string;
  title: Text;
  /** Who asks. */
  asks: string;
  details: readonly { name: string; label: Text; value: string }[];
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
  title: { vi: 'Đăng nhập VNeID bằng mã QR', en: 'VNeID sign-in by QR code' },
  asks: client,
  details: [{ name: 'short_code', label: { vi: 'Mã ngắn', en: 'Short code' }, value: code }],
  expiresAt,
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
