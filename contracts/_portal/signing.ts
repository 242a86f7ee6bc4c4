import type { Failure, Operation } from '../_contract.ts';
import {
  signatureList,
  signingData,
  signingForm,
  signingWish,
  tokenCertificate,
  tokenSignature,
} from './signing-data.ts';
import { signingExamples as examples } from './signing-examples.ts';

const page = { answers: { 200: 'html', 302: 'redirect' }, errors: 'page', fidelity: 'ours' } as const;

const problem = { errors: 'problem', fidelity: 'ours' } as const;

const tampered: Failure = {
  title: {
    vi: 'Tài liệu tải về bị sửa một ký tự sau khi ký',
    en: 'The document that comes was changed by one character after it was signed',
  },
};

const pdf = { answers: { 200: 'bytes:application/pdf' }, fails: { tampered } } as const;
const xml = { answers: { 200: 'bytes:application/xml' }, fails: { tampered } } as const;

/** Signing a dossier: pages for people. */
export const signingPages = {
  signForm: {
    ...page,
    method: 'GET',
    path: '/dossiers/:code/sign',
    title: { vi: 'Ký số hồ sơ', en: 'Sign the dossier' },
  },
  signSubmit: {
    method: 'POST',
    ownPages: true,
    path: '/dossiers/:code/sign',
    title: { vi: 'Bắt đầu ký hồ sơ', en: 'Begin to sign the dossier' },
    form: signingForm,
    answers: { 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
  },
  signing: {
    ...page,
    method: 'GET',
    path: '/signings/:id',
    title: { vi: 'Chờ người ký', en: 'Wait for the signer' },
    quiet: true,
  },
  pageCertificate: {
    ...problem,
    method: 'POST',
    ownPages: true,
    path: '/signings/:id/certificate',
    title: { vi: 'Chứng thư trong USB ký số, do trang gửi', en: "The USB token's certificate, by the page" },
    json: tokenCertificate,
    answers: { 200: signingData },
  },
  pageSignature: {
    ...problem,
    method: 'POST',
    ownPages: true,
    path: '/signings/:id/signature',
    title: { vi: 'Chữ ký của USB ký số, do trang gửi', en: "The USB token's signature, by the page" },
    json: tokenSignature,
    answers: { 200: signingData },
  },
  documentPdf: {
    ...pdf,
    method: 'GET',
    path: '/dossiers/:code/document.pdf',
    title: { vi: 'Tải hồ sơ đã ký (PDF)', en: 'Download the signed dossier (PDF)' },
    errors: 'page',
    fidelity: 'ours',
  },
  documentXml: {
    ...xml,
    method: 'GET',
    path: '/dossiers/:code/document.xml',
    title: { vi: 'Tải hồ sơ đã ký (XML)', en: 'Download the signed dossier (XML)' },
    errors: 'page',
    fidelity: 'ours',
  },
  verdict: {
    ...page,
    method: 'GET',
    path: '/dossiers/:code/verdicts/:format',
    title: {
      vi: 'Kiểm tra chữ ký của một hồ sơ đã ký',
      en: 'What the signature of a signed dossier is worth',
    },
    fails: { tampered },
    note: {
      vi: 'Cổng gửi tài liệu tới POST /pki/api/verify; chỉ chủ hồ sơ xem được',
      en: 'The portal sends the document to POST /pki/api/verify; only whoever the dossier belongs to sees it',
    },
  },
} as const satisfies Readonly<Record<string, Operation>>;

/** The same for tests: whoever knows the workspace signs as the account that the dossier belongs to. */
export const signingApi = {
  listSignatures: {
    ...problem,
    method: 'GET',
    path: '/api/dossiers/:code/signatures',
    title: { vi: 'Hồ sơ đã được ký thế nào', en: 'How a dossier was signed' },
    answers: { 200: signatureList },
    examples: examples.listSignatures,
  },
  beginSigning: {
    ...problem,
    method: 'POST',
    path: '/api/dossiers/:code/signings',
    title: { vi: 'Bắt đầu ký hồ sơ', en: 'Begin to sign a dossier' },
    json: signingWish,
    answers: { 201: signingData },
    examples: examples.beginSigning,
  },
  signingState: {
    ...problem,
    method: 'GET',
    path: '/api/signings/:id',
    title: { vi: 'Lần ký tới đâu; ký xong thì nhận về', en: 'How a signing stands; takes what was signed' },
    answers: { 200: signingData },
    examples: examples.signingState,
  },
  giveCertificate: {
    ...problem,
    method: 'POST',
    path: '/api/signings/:id/certificate',
    title: { vi: 'Đưa chứng thư trong USB ký số', en: "Give the USB token's certificate" },
    json: tokenCertificate,
    answers: { 200: signingData },
    examples: examples.giveCertificate,
  },
  giveSignature: {
    ...problem,
    method: 'POST',
    path: '/api/signings/:id/signature',
    title: { vi: 'Đưa chữ ký của USB ký số', en: "Give the USB token's signature" },
    json: tokenSignature,
    answers: { 200: signingData },
    examples: examples.giveSignature,
  },
  apiDocumentPdf: {
    ...pdf,
    ...problem,
    method: 'GET',
    path: '/api/dossiers/:code/document.pdf',
    title: { vi: 'Hồ sơ đã ký (PDF)', en: 'The signed dossier (PDF)' },
    examples: examples.document,
  },
  apiDocumentXml: {
    ...xml,
    ...problem,
    method: 'GET',
    path: '/api/dossiers/:code/document.xml',
    title: { vi: 'Hồ sơ đã ký (XML)', en: 'The signed dossier (XML)' },
    examples: examples.document,
  },
} as const satisfies Readonly<Record<string, Operation>>;
