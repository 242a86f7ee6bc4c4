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

/** Which key is to sign, and for whom. */
export interface SignatureRequest {
  method: 'sim' | 'usb' | 'remote';
  kind: AccountKind;
  /** Number of the SIM that signs. */
  phone?: string | undefined;
  /** Slug of the one whose token, or account with the provider, it is. */
  person?: string | undefined;
}

/** What the person has to do, on a device that the portal does not see. */
export interface SignaturePrompt {
  what: Text;
  /** Only a stand-in shows it. */
  pin: string;
}

export type SignatureOutcome =
  | { ok: true; holder: Holder; changes: Change[] }
  | { ok: false; fault: Fault; changes: Change[] };

/** Who makes people sign, and tells out of the certificate who signed: for registering, and for signing in. */
export interface SignatureProvider {
  /** @throws Fault no_certificate */
  begin(
    x: Exchange,
    asked: SignatureRequest,
  ): Promise<{ transaction: string; prompt: SignaturePrompt; changes: Change[] }>;
  /** Either way there may be something to save: `return refuse(fault, changes)`. */
  confirm(x: Exchange, transaction: string, pin: string): Promise<SignatureOutcome>;
}

/** That nothing here is a real signature: shown wherever the stand-in is. */
export const standInNote: Text = {
  vi: 'Bên ký thử của hộp cát: không có USB, SIM, ứng dụng hay chứng thư thật nào. Mã PIN hiện ngay trên trang.',
  en: "The sandbox's stand-in: there is no real token, SIM, app or certificate. The page shows the PIN.",
};
