import type { Text } from '../../../contracts/_contract.ts';
import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { Fault } from '../../_kit/fault.ts';
import type { Change } from '../../_kit/store.ts';

/** What a certificate says of whoever signs with it. */
export interface Holder {
  /** The person who signs. */
  name: string;
  number: string;
  birth: string;
  /** Of the SIM that signs. */
  phone?: string;
  /** Slug. */
  person: string;
  /** Of an enterprise's certificate. */
  organisation?: { name: string; taxCode: string; enterpriseCode: string; address: string };
  /** Of a state agency's. */
  agency?: { name: string; code: string };
  serial: string;
  issuer: string;
  /** `YYYY-MM-DD`, both. */
  validFrom: string;
  validTo: string;
}

/** What somebody signs for: a signature for one is none for the other. */
export type Purpose = 'register' | 'sign-in';

/** Which key is to sign at a provider, and for whom. */
export interface SignatureRequest {
  purpose: Purpose;
  method: 'sim' | 'remote';
  kind: AccountKind;
  /** Number of the SIM that signs. */
  phone?: string | undefined;
  /** Slug of the one whose account with the provider it is. */
  person?: string | undefined;
  /** The authority whose remote signature it is; unless said, VNPT-CA. */
  ca?: string | undefined;
}

export type SignatureOutcome =
  | { ok: true; holder: Holder; changes: Change[] }
  | { ok: 'waiting' }
  | { ok: false; fault: Fault; changes: Change[] };

/** What the person does whom a provider asks. */
export const phoneNote: Text = {
  vi: 'Mở điện thoại của người ký trong hộp cát, xem nội dung rồi nhập mã PIN để ký.',
  en: "Open the signer's phone in the sandbox, read what is to be signed, and sign with the PIN.",
};
