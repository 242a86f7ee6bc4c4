import { vietnamDate } from '../_kit/clock.ts';
import { type How, signsOne } from './vgca-file.ts';
import type { FilesAsked } from './vgca-file-request.ts';
import { signsAll } from './vgca-files.ts';
import { certInfo, signJson, signMsg, signXml } from './vgca-messages.ts';
import { done, type PluginFunction } from './vgca-says.ts';
import { verifyMsg, verifyPdf, verifyXml } from './vgca-verify.ts';

/** `số 12/QĐ ngày 20/03/2019`, as far as the page says so. */
function named({ number, date }: FilesAsked): string {
  const at = Date.parse(date);
  const day = Number.isNaN(at) ? date : vietnamDate(at).split('-').reverse().join('/');
  return `${number && ` số ${number}`}${day && ` ngày ${day}`}`;
}

const pdf = (reason: How['reason']): PluginFunction => signsOne({ kinds: ['pdf'], reason });

const any: How = { kinds: ['pdf', 'xml'], reason: () => 'Ký số' };

/** By the last part of their address. */
export const functions: Readonly<Record<string, PluginFunction>> = {
  SignMsg: signMsg,
  Auth: signMsg,
  SignJson: signJson,
  SignXML: signXml,
  SignPDF: pdf(() => 'Ký số'),
  SignPDFWP: pdf(() => 'Ký số'),
  SignFile: signsOne(any),
  SignFiles: signsAll(any),
  SignApproved: pdf(() => 'Ký phê duyệt'),
  SignIssued: pdf((asked) => `Phát hành văn bản${named(asked)}`),
  SignIncome: pdf(() => 'Tiếp nhận công văn đến'),
  SignAppendix: pdf((asked) => `Tài liệu kèm theo văn bản${named(asked)}`),
  SignCopy: pdf((asked) => `Sao văn bản điện tử${named(asked)}`),
  Comment: pdf(() => 'Cho ý kiến'),
  VerifyMsg: verifyMsg,
  VerifyXML: verifyXml,
  VerifyPDF: verifyPdf,
  GetCertInfo: certInfo,
  GetVersion: () => done({ Message: 'HopCat' }),
  GetLicenseRequest: () => done({ Message: Buffer.from('HopCat').toString('base64') }),
};

/** What the real service has beside these. */
export const others: ReadonlySet<string> = new Set(['Config', 'SignOffice', 'VerifyOffice', 'SignXMLP12']);
