import type { Text } from '../_contract.ts';
import type { AuthorityName } from '../_sign/authorities.ts';

interface Provider {
  title: Text;
  /** Whose certificates it hands out, unless another is asked for. */
  authority: AuthorityName;
  /** To officers, where that is another. */
  agency?: AuthorityName;
}

const same = (name: string): Text => ({ vi: name, en: name });

/** Where somebody's key may be kept: the sandbox's signature providers, and a file of one's own. */
export const providers = {
  smartca: { title: same('VNPT SmartCA'), authority: 'vnpt-ca' },
  mysign: { title: same('Viettel MySign'), authority: 'viettel-ca' },
  csc: {
    title: { vi: 'Ký số từ xa theo CSC', en: 'Remote signing by CSC' },
    authority: 'misa-ca',
  },
  signhub: { title: { vi: 'Trục ký số VNeID', en: "VNeID's signing hub" }, authority: 'vnpt-ca' },
  ca769: { title: { vi: 'Ký số theo Quyết định 769', en: 'Signing by Decision 769' }, authority: 'vnpt-ca' },
  simpki: { title: same('SIM PKI'), authority: 'viettel-ca', agency: 'government-ca' },
  usbtoken: { title: { vi: 'USB ký số', en: 'USB token' }, authority: 'vnpt-ca', agency: 'government-ca' },
  file: { title: { vi: 'Tệp PKCS#12', en: 'PKCS#12 file' }, authority: 'vnpt-ca', agency: 'government-ca' },
} as const satisfies Readonly<Record<string, Provider>>;

export type ProviderName = keyof typeof providers;

/** The authority of a provider's certificates for such a holder. */
export function authorityFor(name: ProviderName, kind: 'citizen' | 'enterprise' | 'agency'): AuthorityName {
  const { authority, agency }: Provider = providers[name];
  return kind === 'agency' ? (agency ?? authority) : authority;
}
