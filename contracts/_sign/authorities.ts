import type { Text } from '../_contract.ts';

/** Kinds of keys that certificates are made for. */
export const keyTypes = ['rsa2048', 'rsa3072', 'p256'] as const;

export type KeyType = (typeof keyTypes)[number];

export interface Authority {
  /** Name for people. */
  title: Text;
  /** Distinguished name, RFC 4514: each says that it is the sandbox's. */
  subject: string;
  key: KeyType;
  /** Whose certificate stands above it; absent: it signs its own. */
  parent?: string;
  /** `issuer`: of people and organisations. `time`: of time stamps. `stranger`: trusted by nobody. */
  role: 'root' | 'issuer' | 'time' | 'stranger';
}

const sandbox = (name: string): string =>
  `CN=${name} (HopCat sandbox), O=HopCat sandbox - not a real authority, C=VN`;

const issuer = (name: string, key: KeyType = 'rsa2048'): Authority => ({
  title: { vi: `${name} (thử nghiệm)`, en: `${name} (sandbox)` },
  subject: sandbox(name),
  key,
  parent: 'root',
  role: 'issuer',
});

/**
 * The authorities of the sandbox, by the name in their URLs. Names of providers are public; that each is a sandbox's
 * stands in its subject. `stranger`s are trusted by nobody: what they sign must be refused.
 */
export const authorities = {
  root: {
    title: { vi: 'Gốc quốc gia (thử nghiệm)', en: 'National root (sandbox)' },
    subject: sandbox('Vietnam National Root CA'),
    key: 'rsa3072',
    role: 'root',
  },
  'vnpt-ca': issuer('VNPT-CA'),
  'viettel-ca': issuer('Viettel-CA'),
  'bkav-ca': issuer('BkavCA'),
  'fpt-ca': issuer('FPT-CA'),
  ca2: issuer('CA2', 'p256'),
  'misa-ca': issuer('MISA-CA'),
  'trust-ca': issuer('TrustCA', 'rsa3072'),
  /** Of state agencies and their officers (Ban Cơ yếu Chính phủ). */
  'government-ca': issuer('Government CA'),
  /** The test provider of VNeID's signing hub. */
  'rar-test': issuer('RAR-TEST'),
  time: {
    title: { vi: 'Dấu thời gian (thử nghiệm)', en: 'Time stamps (sandbox)' },
    subject: sandbox('Time Stamping Authority'),
    key: 'rsa2048',
    parent: 'root',
    role: 'time',
  },
  stranger: {
    title: { vi: 'Tổ chức không được tin cậy (thử nghiệm)', en: 'An authority that nobody trusts (sandbox)' },
    subject: sandbox('Unknown Authority'),
    key: 'rsa2048',
    role: 'stranger',
  },
  /** Stamps times that nobody trusts. */
  'stranger-time': {
    title: {
      vi: 'Dấu thời gian không được tin cậy (thử nghiệm)',
      en: 'Time stamps that nobody trusts (sandbox)',
    },
    subject: sandbox('Unknown Time Stamping Authority'),
    key: 'rsa2048',
    parent: 'stranger',
    role: 'time',
  },
} as const satisfies Readonly<Record<string, Authority>>;

export type AuthorityName = keyof typeof authorities;

export const isAuthority = (name: string): name is AuthorityName => Object.hasOwn(authorities, name);
