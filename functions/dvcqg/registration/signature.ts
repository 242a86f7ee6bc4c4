import type { Text } from '../../../contracts/_contract.ts';
import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { Exchange } from '../../_kit/exchange.ts';
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

/** Which key is to sign, and for whom. */
export interface SignatureRequest {
  purpose: Purpose;
  method: 'sim' | 'usb' | 'remote';
  kind: AccountKind;
  /** Number of the SIM that signs. */
  phone?: string | undefined;
  /** Slug of the one whose token, or account with the provider, it is. */
  person?: string | undefined;
  /** The authority whose remote signature it is; unless said, VNPT-CA. */
  ca?: string | undefined;
}

/** What the person has to do, on a device that the portal does not see. */
export interface SignaturePrompt {
  what: Text;
  /** Only a stand-in shows it. Absent: the person is asked on the phone. */
  pin?: string;
}

export type SignatureOutcome =
  | { ok: true; holder: Holder; changes: Change[] }
  | { ok: 'waiting' }
  | { ok: false; fault: Fault; changes: Change[] };

/** Who makes people sign, and tells out of the certificate who signed: for registering, and for signing in. */
export interface SignatureProvider {
  /** @throws Fault no_certificate */
  begin(
    x: Exchange,
    asked: SignatureRequest,
  ): Promise<{ transaction: string; prompt: SignaturePrompt; changes: Change[] }>;
  /** A refusal too may have something to save: `return refuse(fault, changes)`. `pin`: of a stand-in. */
  confirm(
    x: Exchange,
    transaction: string,
    given: { purpose: Purpose; pin?: string },
  ): Promise<SignatureOutcome>;
}

/** That nothing here is a real signature: shown wherever the stand-in is. */
export const standInNote: Text = {
  vi: 'Bên ký thử của hộp cát: không có USB hay chứng thư thật nào. Mã PIN hiện ngay trên trang.',
  en: "The sandbox's stand-in: there is no real token or certificate. The page shows the PIN.",
};

/** What the person does whom a provider asks. */
export const phoneNote: Text = {
  vi: 'Mở điện thoại của người ký trong hộp cát, xem nội dung rồi nhập mã PIN để ký.',
  en: "Open the signer's phone in the sandbox, read what is to be signed, and sign with the PIN.",
};
