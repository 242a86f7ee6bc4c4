// What signing needs, in one file of the bundle: most requests of a portal sign nothing.

export {
  beginSigning,
  giveCertificate,
  giveSignature,
  listSignatures,
  pageCertificate,
  pageSignature,
  signingState,
} from './api.ts';
export { apiDocumentPdf, apiDocumentXml, documentPdf, documentXml } from './download.ts';
export { signForm, signSubmit } from './form.ts';
export { signing } from './pages.ts';
export { verdict } from './verdict.ts';
