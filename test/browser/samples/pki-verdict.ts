import type { VerdictView } from '../../../contracts/_pki/verify-data.ts';
import type { VerdictStatus } from '../../../contracts/_sign/verdict.ts';
import type { Finding, SignatureVerdict } from '../../../functions/_verify/verdict.ts';
import { samplesPage } from '../../../functions/pki/page-samples.ts';
import { verdictPage } from '../../../functions/pki/page-verdict.ts';
import { uploadPage } from '../../../functions/pki/page-verify.ts';
import { verdictView } from '../../../functions/pki/verdict-view.ts';
import type { Samples } from './world.ts';

const here = '/default/pki';
const at = '2026-11-22T02:15:00.000Z';

const link = (name: string, trusted = false): SignatureVerdict['chain'][number] => ({
  name,
  subject: `C=VN, CN=${name}, UID=CCCD:099090000001`,
  issuer: 'CN=VNPT-CA (HopCat sandbox), O=HopCat sandbox - not a real authority, C=VN',
  serial: '5A3F9B1E2C7D40A6915B8E03F1D2C4A7',
  notBefore: '2026-10-23T02:14:00.000Z',
  notAfter: '2029-11-21T02:14:00.000Z',
  sha256: 'b1946ac92492d2347c6235b4d2611184f6a7c0d5e8b94a21d8f06b7c3e59d2a4',
  trusted,
});

const good: SignatureVerdict = {
  status: 'valid',
  reasons: [],
  signer: {
    name: 'Nguyễn Văn An',
    number: '099090000001',
    numberKind: 'personal',
    organisation: null,
    title: null,
  },
  time: { at, source: 'time-stamp', by: 'Time Stamping Authority (HopCat sandbox)' },
  chain: [
    link('Nguyễn Văn An'),
    link('VNPT-CA (HopCat sandbox)'),
    link('Vietnam National Root CA (HopCat sandbox)', true),
  ],
  coversWhole: true,
  proof: { kind: 'ocsp', from: 'document', at },
  form: 'ETSI.CAdES.detached',
  level: 'LT',
  hash: 'sha256',
  key: 'rsa',
};

const company: SignatureVerdict = {
  ...good,
  signer: {
    name: 'Công ty TNHH Giải pháp Khánh An',
    number: '9900000001',
    numberKind: 'tax',
    organisation: 'Công ty TNHH Giải pháp Khánh An',
    title: null,
  },
  time: { at, source: 'claimed', by: null },
  proof: { kind: 'crl', from: 'authority', at },
  level: 'B',
};

const about = (status: VerdictStatus, reasons: Finding[], ...signatures: SignatureVerdict[]): VerdictView =>
  verdictView({ status, format: 'pdf', reasons, signatures, at });

const revoked: Finding[] = [{ code: 'revoked', about: 'certificate', since: '2026-10-24T02:14:00.000Z' }];
const changed: Finding[] = [
  { code: 'content-changed', about: 'document' },
  { code: 'weak-hash', about: 'signature', detail: 'sha1, sha1' },
];
const missing: Finding[] = [
  { code: 'chain-incomplete', about: 'certificate', detail: 'no certificate of the issuer' },
];

const wrong = (reasons: Finding[], more: Partial<SignatureVerdict> = {}): SignatureVerdict => ({
  ...good,
  status: 'invalid',
  reasons,
  ...more,
});

export const verdicts = {
  valid: about('valid', [], good),
  two: about('valid', [], good, company),
  revoked: about('invalid', revoked, wrong(revoked)),
  changed: about('invalid', changed, wrong(changed, { coversWhole: false, hash: 'sha1' }), company),
  undecided: about('undecided', missing, {
    ...wrong(missing, { chain: [link('Phạm Thị My')], proof: null, time: null }),
    status: 'undecided',
  }),
  'not-signed': about('invalid', [{ code: 'not-signed', about: 'document' }]),
};

export const pkiVerdict: Samples = {
  'pki-verify': (frame) => uploadPage({ ...frame, here }),
  'pki-verify-empty': (frame) => uploadPage({ ...frame, here, isEmpty: true }),
  'pki-verdict-of-long-name': (frame) =>
    verdictPage({
      ...frame,
      here,
      verdict: verdicts.valid,
      file: 'Hợp-đồng-<b>mua-bán</b>-số-2026-11-22-giữa-Công-ty-TNHH-Giải-pháp-Khá…signed2.pdf',
    }),
  'pki-samples': (frame) => samplesPage({ ...frame, here }),
  ...Object.fromEntries(
    Object.entries(verdicts).map(([name, verdict]) => [
      `pki-verdict-${name}`,
      (frame) => verdictPage({ ...frame, here, verdict }),
    ]),
  ),
};
