import type { Example } from '../_contract.ts';

const khanh = { params: { person: 'khanh' } };
const nobody = { vi: 'Không có ai tên như vậy', en: 'Nobody of that name' };
const noDialogue = { vi: 'Không có hộp thoại này', en: 'No such dialogue' };
const foreign = { headers: { origin: 'https://trang-la.example' } };

/** Whole calls; those that sign wait for a person, or for `signing.autopilot`. */
export const examples = {
  vgca: [
    {
      title: { vi: 'Hỏi phiên bản', en: 'Ask for the version' },
      params: { person: 'khanh', path: 'GetVersion' },
      body: {},
      status: 200,
    },
    {
      title: { vi: 'Đọc chứng thư', en: 'Read the certificate' },
      params: { person: 'khanh', path: 'GetCertInfo' },
      body: {},
      status: 200,
    },
    {
      title: { vi: 'Ký tệp PDF mà không nói gửi về đâu', en: 'Sign a PDF that nobody takes' },
      params: { person: 'khanh', path: 'SignPDF' },
      body: { FileName: 'https://cong.example/don.pdf' },
      status: 200,
      shows: '"Status":7',
    },
    {
      title: { vi: 'Tệp Office: không mô phỏng', en: 'Office documents: not emulated' },
      params: { person: 'khanh', path: 'SignOffice' },
      body: { FileName: 'don.docx' },
      status: 200,
      shows: '"Status":8',
    },
    {
      title: { vi: 'Không có chức năng này', en: 'No such function' },
      params: { person: 'khanh', path: 'KhongCo' },
      body: {},
      status: 404,
    },
    {
      ...foreign,
      title: { vi: 'Trang lạ không nhận được gì', en: 'A page of another origin gets nothing' },
      params: { person: 'khanh', path: 'GetVersion' },
      body: {},
      status: 403,
    },
  ],
  vnpt: [
    {
      ...khanh,
      title: { vi: 'Kiểm tra phần mềm', en: 'Check the plug-in' },
      body: { functionID: 7, funcCallback: 'cb1', args: [], domain: 'localhost' },
      status: 200,
      shows: '1*cb1',
    },
    {
      ...khanh,
      title: { vi: 'Đọc chứng thư', en: 'Read the certificate' },
      body: { functionID: 0, funcCallback: 'cb2', args: [], domain: 'localhost' },
      status: 200,
    },
    {
      ...khanh,
      ...foreign,
      title: { vi: 'Trang lạ không nhận được gì', en: 'A page of another origin gets nothing' },
      body: { functionID: 7, funcCallback: 'cb1', args: [], domain: 'localhost' },
      status: 403,
    },
  ],
  dialogues: [
    { ...khanh, title: { vi: 'Những gì đang chờ mã PIN', en: 'What waits for the PIN' }, status: 200 },
    { title: nobody, params: { person: 'khong-co' }, status: 404 },
  ],
  decide: [
    { title: noDialogue, params: { person: 'khanh', id: 'khong-co' }, body: { pin: '123456' }, status: 404 },
  ],
  token: [
    { ...khanh, title: { vi: 'USB ký số của Khánh ra sao', en: 'How Khánh’s token stands' }, status: 200 },
  ],
  setToken: [
    {
      params: { person: 'binh' },
      title: { vi: 'Rút USB ra', en: 'Pull the token out' },
      body: { state: 'not-plugged-in' },
      status: 200,
    },
  ],
  shim: [
    {
      title: { vi: 'Tập lệnh thay cho phần mềm ký', en: 'The script in place of the plug-ins' },
      query: { person: 'khanh' },
      status: 200,
    },
  ],
  state: [{ ...khanh, title: { vi: 'Có gì mới không', en: 'Whether anything is new' }, status: 200 }],
  window: [
    { ...khanh, title: { vi: 'Cửa sổ nhập mã PIN', en: 'The window for the PIN' }, status: 200 },
    { title: nobody, params: { person: 'khong-co' }, status: 404 },
  ],
  answer: [
    {
      title: noDialogue,
      params: { person: 'khanh', id: 'khong-co' },
      body: { decision: 'cancel' },
      status: 404,
    },
  ],
  plug: [
    {
      params: { person: 'binh' },
      title: { vi: 'Cắm USB vào', en: 'Plug the token in' },
      body: { state: 'ok' },
      status: 303,
    },
  ],
} satisfies Record<string, readonly Example[]>;
