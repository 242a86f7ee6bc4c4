import type { CertificateView } from '../../../contracts/_pki/data.ts';
import { type AuthorityName, authorities } from '../../../contracts/_sign/authorities.ts';
import { certificatePage } from '../../../functions/pki/page-certificate.ts';
import { homePage } from '../../../functions/pki/page-home.ts';
import { personPage } from '../../../functions/pki/page-person.ts';
import type { ListedAuthority } from '../../../functions/pki/published.ts';
import { cast, findBySlug } from '../../../people/index.ts';
import type { Samples } from './world.ts';

const here = '/default/pki';
const base = `http://localhost:4100${here}`;
const serial = '5A3F9B1E2C7D40A6915B8E03F1D2C4A7';

const listed = (Object.keys(authorities) as AuthorityName[]).map((name): ListedAuthority => {
  const { title, subject, role, key } = authorities[name];
  const urls = { certificate: '', pem: '', crl: '', ocsp: '' };
  return { name, title, subject, role, key, parent: null, serial, sha256: '', urls };
});

const good: CertificateView = {
  serial,
  authority: 'vnpt-ca',
  provider: 'smartca',
  person: 'an',
  kind: 'citizen',
  number: '099090000001',
  name: 'Nguyễn Văn An',
  subject: 'C=VN, CN=Nguyễn Văn An, UID=CCCD:099090000001',
  issuer: authorities['vnpt-ca'].subject,
  key: 'rsa2048',
  notBefore: '2026-10-23T02:14:00.000Z',
  notAfter: '2029-11-21T02:14:00.000Z',
  state: 'good',
  standing: 'good',
  revocation: null,
  der: '',
  chain: [],
  sha256: 'b1946ac92492d2347c6235b4d2611184f6a7c0d5e8b94a21d8f06b7c3e59d2a4',
  urls: {
    page: `${base}/certificates/${serial}`,
    issuer: `${base}/ca/vnpt-ca.cer`,
    crl: `${base}/crl/vnpt-ca.crl`,
    ocsp: `${base}/ocsp/vnpt-ca`,
  },
  ocspRequest: '',
};

const suspended: CertificateView = {
  ...good,
  standing: 'suspended',
  revocation: { since: '2026-11-22T02:10:00.000Z', reason: 'certificateHold' },
};

const revoked: CertificateView = {
  ...good,
  state: 'revoked',
  standing: 'revoked',
  revocation: { since: '2026-10-24T02:14:00.000Z', reason: 'keyCompromise' },
};

const unusual = cast.filter(({ signer }) => signer !== undefined);

export const pki: Samples = {
  pki: (frame) => homePage({ ...frame, authorities: listed, people: unusual, here, base }),
  'pki-person': (frame) =>
    personPage({
      ...frame,
      person: findBySlug('khanh')!,
      kinds: ['citizen', 'enterprise'],
      certificates: [
        { serial, provider: 'smartca', kind: 'citizen', standing: 'good', until: '21/11/2029, 09:14' },
        { serial, provider: 'usbtoken', kind: 'enterprise', standing: 'revoked', until: '21/11/2029, 09:14' },
      ],
      here,
    }),
  'pki-person-none': (frame) =>
    personPage({ ...frame, person: findBySlug('khoi')!, kinds: [], certificates: [], here }),
  'pki-certificate': (frame) => certificatePage({ ...frame, certificate: good, here }),
  'pki-certificate-suspended': (frame) => certificatePage({ ...frame, certificate: suspended, here }),
  'pki-certificate-revoked': (frame) => certificatePage({ ...frame, certificate: revoked, here }),
};
