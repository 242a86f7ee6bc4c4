import type { Example } from '../_contract.ts';

const unknown = { vi: 'Hồ sơ không có', en: 'A dossier that is not there' };
const over = { vi: 'Lần ký không có, hoặc đã quá giờ', en: 'A signing that is not there, or is over' };
const code = { code: '000.00.21.H99-261122-00000' };
const id = { id: 'khong-co' };

/** What can be asked without a dossier of one's own: everything else needs one that was submitted. */
export const signingExamples = {
  listSignatures: [{ title: unknown, params: code, status: 404 }],
  beginSigning: [
    { title: unknown, params: code, body: { format: 'pdf', way: 'remote', ca: 'vnpt-ca' }, status: 404 },
  ],
  signingState: [{ title: over, params: id, status: 404 }],
  giveCertificate: [{ title: over, params: id, body: { certificate: 'MAA=' }, status: 404 }],
  giveSignature: [{ title: over, params: id, body: { signature: 'MAA=' }, status: 404 }],
  document: [{ title: unknown, params: code, status: 404 }],
} satisfies Record<string, readonly Example[]>;
