import { signingFaults } from '../../../contracts/_portal/signing-faults.ts';
import { procedures } from '../../../contracts/_procedures.ts';
import {
  dossiersPage,
  dossierVerdictPage,
  signFailedPage,
  signFormPage,
  signTokenPage,
  signWaitingPage,
} from '../../../functions/_portal/pages.ts';
import type { SignatureRecord, Signing } from '../../../functions/_portal/signing/signing.ts';
import { verdicts } from './pki-verdict.ts';
import { dossier, none } from './portal.ts';
import { now, post, type Samples } from './world.ts';

const named = {
  base: '/default/portal',
  portal: { vi: 'Cổng dịch vụ mẫu', en: 'Reference portal' },
};

const digest = '5f0c2f0e8f3a4c1b8a770d5a4f1f9f105f0c2f0e8f3a4c1b8a770d5a4f1f9f10';

const signing: Signing = {
  dossier: dossier.code,
  format: 'pdf',
  level: 'B-LT',
  way: 'remote',
  applicant: 'a1',
  state: 'waiting',
  signer: 'an',
  ca: 'vnpt-ca',
  prepared: { certificate: '', chain: [], signingTime: now, digest },
};

const { ca: _, ...elsewhere } = signing;
const bySim: Signing = { ...elsewhere, way: 'sim', phone: '0950000101' };

const record: SignatureRecord = {
  dossier: dossier.code,
  format: 'pdf',
  level: 'B-LT',
  way: 'remote',
  signer: 'Nguyễn Văn An',
  issuer: 'VNPT-CA (HopCat sandbox)',
  serial: '5A3F90C1D27B44E8A1B2C3D4E5F60718',
  signedAt: new Date(now).toISOString(),
  bytes: 61_234,
  sha256: digest,
};

const waiting = { secondsLeft: 270, phoneUrl: '/default/phone/an', unavailable: false } as const;

const token = {
  at: '/default/portal/signings/x',
  doneUrl: '/default/portal/dossiers?notice=signed',
  windowUrl: '/default/usbtoken/an',
} as const;

export const portalSigning: Samples = {
  'portal-sign': (frame) =>
    signFormPage({
      ...frame,
      ...named,
      dossier,
      formats: ['pdf', 'xml'],
      said: { phone: '0950000101' },
      post,
    }),
  'portal-sign-wrong-number': (frame) =>
    signFormPage({
      ...frame,
      ...named,
      dossier,
      formats: ['pdf', 'xml'],
      said: { format: 'xml', way: 'sim', phone: '0950000102', level: 'B-T' },
      wrong: {
        field: 'phone',
        message: {
          vi: `${signingFaults.another_holder.title.vi}. ${signingFaults.another_holder.cure.vi}`,
          en: `${signingFaults.another_holder.title.en}. ${signingFaults.another_holder.cure.en}`,
        },
      },
      post,
    }),
  'portal-sign-no-certificate': (frame) =>
    signFormPage({
      ...frame,
      ...named,
      dossier,
      formats: ['xml'],
      said: { way: 'remote', ca: 'ca2', phone: '' },
      wrong: { field: 'ca', message: signingFaults.no_certificate.title },
      post,
    }),
  'portal-sign-waiting': (frame) => signWaitingPage({ ...frame, ...named, ...waiting, signing }),
  'portal-sign-unavailable': (frame) =>
    signWaitingPage({
      ...frame,
      ...named,
      ...waiting,
      unavailable: true,
      signing: { ...bySim, format: 'xml' },
    }),
  'portal-sign-failed': (frame) =>
    signFailedPage({
      ...frame,
      ...named,
      trouble: {
        title: { vi: 'Người ký đã từ chối ký', en: 'The signer refused to sign' },
        cure: {
          vi: 'Hồ sơ chưa thay đổi: ký lại khi bạn đồng ý',
          en: 'The dossier is as it was: begin anew when you agree',
        },
      },
      againUrl: `/default/portal/dossiers/${dossier.code}/sign`,
    }),
  'portal-sign-not-trusted': (frame) =>
    signFailedPage({
      ...frame,
      ...named,
      trouble: {
        ...signingFaults.signature_not_trusted,
        reason: {
          vi: 'Chứng thư số đã hết hạn ngày 22/10/2026',
          en: 'The certificate expired on 22/10/2026',
        },
      },
      againUrl: `/default/portal/dossiers/${dossier.code}/sign`,
    }),
  'portal-sign-token': (frame) =>
    signTokenPage({
      ...frame,
      ...named,
      ...token,
      signing: {
        dossier: dossier.code,
        format: 'pdf',
        level: 'B-LT',
        way: 'usb',
        applicant: 'a1',
        state: 'certificate',
        signer: 'an',
      },
    }),
  'portal-verdict': (frame) =>
    dossierVerdictPage({
      ...frame,
      ...named,
      dossier: dossier.code,
      format: 'pdf',
      verdict: verdicts.valid,
    }),
  'portal-verdict-revoked': (frame) =>
    dossierVerdictPage({
      ...frame,
      ...named,
      dossier: dossier.code,
      format: 'xml',
      verdict: verdicts.revoked,
    }),
  'portal-dossiers-signed-once': (frame) =>
    dossiersPage({ ...frame, ...named, ...none, procedures, dossiers: [dossier], signatures: [record] }),
  'portal-dossiers-signed': (frame) =>
    dossiersPage({
      ...frame,
      ...named,
      ...none,
      procedures,
      dossiers: [dossier],
      signatures: [record, { ...record, format: 'xml', way: 'usb', level: 'B-T' }],
    }),
};
