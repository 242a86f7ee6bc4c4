import type { Failure, FaultKind, Operation, Text } from '../_contract.ts';
import { codeFaults } from './code-faults.ts';
import * as data from './registration-data.ts';
import { registerExamples, stepExamples } from './registration-examples.ts';
import { registrationOnlyFaults } from './registration-faults.ts';
import { registrationPages } from './registration-pages.ts';

/** Refusals of the six ways to register, and of one-time codes. */
export const registrationFaults = {
  ...codeFaults,
  ...registrationOnlyFaults,
} as const satisfies Readonly<Record<string, FaultKind>>;

const registerUnavailable: Failure = {
  title: {
    vi: 'Cơ sở dữ liệu bên kết nối không trả lời được',
    en: 'The register that is asked gives no usable answer',
  },
  fault: 'register_unavailable',
};

const smsNotSent: Failure = {
  title: { vi: 'Nhà mạng không gửi được mã', en: 'The carrier cannot send the code' },
  fault: 'sms_not_sent',
};

const steps: Text = {
  vi: 'Các bước và câu báo theo hướng dẫn công khai; giao diện máy là của HopCat, trang thật không có',
  en: 'Steps and messages follow public guides; the JSON is our own, the real portal has none',
};

const about = { errors: 'problem', fidelity: 'ours' } as const;

/** The six ways to register: JSON for CI, and the pages. */
export const registrationOperations = {
  registrationWays: {
    ...about,
    method: 'GET',
    path: '/api/registration-ways',
    title: { vi: 'Các cách đăng ký', en: 'The ways to register' },
    answers: { 200: data.waysAnswer },
    examples: [
      { title: { vi: 'Ai đăng ký được cách nào hôm nay', en: 'Who may use which today' }, status: 200 },
    ],
  },
  register: {
    ...about,
    method: 'POST',
    path: '/api/registrations',
    title: { vi: 'Bắt đầu đăng ký', en: 'Begin a registration' },
    json: data.registrationRequest,
    answers: { 201: data.registrationAnswer },
    fails: { 'register-unavailable': registerUnavailable, 'sms-not-sent': smsNotSent },
    examples: registerExamples,
    note: {
      vi: 'Cổng hỏi nhà mạng, BHXH hoặc VNPost, rồi hỏi dân cư chỉ để biết người khai còn sống và có phải người nước ngoài. Các trường chưa được coi là xác thực: tài khoản bắt đầu ở trạng thái «unverified», vì theo hướng dẫn chủ tài khoản phải tự «Cập nhật từ CSDL Quốc gia về dân cư» sau khi đăng nhập. Giới hạn 14 tuổi và giao diện JSON là của HopCat; trang thật còn hỏi mã hình, JSON thì không',
      en: 'The portal asks the carriers, insurance or VNPost, and the population register only whether the person is alive, and a foreigner. No field counts as confirmed: the account begins "unverified", because by the guides its holder uses "Cập nhật từ CSDL Quốc gia về dân cư" after signing in. The age of 14 and the JSON are our own; the page also asks for a captcha, the JSON does not',
    },
  },
  registration: {
    ...about,
    method: 'GET',
    path: '/api/registrations/:id',
    title: { vi: 'Lượt đăng ký đang ở bước nào', en: 'Where a registration stands' },
    answers: { 200: data.registrationAnswer },
    examples: stepExamples.registration,
  },
  registrationCode: {
    ...about,
    method: 'POST',
    path: '/api/registrations/:id/code',
    title: { vi: 'Nhập mã xác thực gửi qua SMS', en: 'Give the code that came by SMS' },
    json: data.codeRequest,
    answers: { 200: data.registrationAnswer },
    note: steps,
  },
  registrationResend: {
    ...about,
    method: 'POST',
    path: '/api/registrations/:id/resend',
    title: { vi: 'Gửi lại mã xác thực', en: 'Send a new code' },
    answers: { 200: data.registrationAnswer },
    fails: { 'sms-not-sent': smsNotSent },
  },
  registrationPassword: {
    ...about,
    method: 'POST',
    path: '/api/registrations/:id/password',
    title: { vi: 'Đặt mật khẩu: tài khoản được lập', en: 'Set the password: the account is made' },
    json: data.passwordRequest,
    answers: { 201: data.registeredAnswer },
    note: {
      vi: 'Cần chữ hoa, chữ thường, số và ký tự đặc biệt (theo hướng dẫn); độ dài tối thiểu là của HopCat: dvcqg.passwordLength',
      en: 'It needs an upper and a lower case letter, a digit and a special character (by the guides); the shortest length is ours: dvcqg.passwordLength',
    },
  },
  registrationSignature: {
    ...about,
    method: 'POST',
    path: '/api/registrations/:id/signature',
    title: { vi: 'Gửi chữ ký của USB ký số', en: "Give a USB token's signature" },
    json: data.signatureRequest,
    answers: { 200: data.registrationAnswer },
    fails: { 'register-unavailable': registerUnavailable },
    examples: stepExamples.signature,
    note: {
      vi: 'Chương trình gửi toSign.message tới phần mềm ký, hoặc tới /usbtoken/{người}/vnpt, /usbtoken/{người}/vgca/SignJson của hộp cát, rồi gửi điều nhận được vào đây. Cổng kiểm tra nội dung được ký, chữ ký, chuỗi chứng thư tới gốc quốc gia, danh sách thu hồi, số và họ tên',
      en: 'A program sends toSign.message to the plug-in, or to the sandbox at /usbtoken/{person}/vnpt or /usbtoken/{person}/vgca/SignJson, and what it gets comes here. The portal checks what was signed, the signature, the chain to the national root, the revocation list, and number and name',
    },
  },
  registrationCheck: {
    ...about,
    method: 'POST',
    path: '/api/registrations/:id/check',
    title: { vi: 'Người ký đã ký trên điện thoại chưa', en: 'Has the signer signed on the phone' },
    answers: { 200: data.registrationAnswer },
    fails: { 'register-unavailable': registerUnavailable },
    note: {
      vi: 'SIM ký số hỏi qua simpki, ký số từ xa qua ca769; «next» còn là «check» khi người ký chưa trả lời. Cổng kiểm tra chữ ký, chuỗi chứng thư tới gốc quốc gia, danh sách thu hồi, số và họ tên trong chứng thư',
      en: 'SIM signatures are asked for through simpki, remote ones through ca769; "next" stays "check" until the signer has answered. The portal checks the signature, the chain to the national root, the revocation list, and number and name in the certificate',
    },
  },
  registrationConfirm: {
    ...about,
    method: 'POST',
    path: '/api/registrations/:id/confirm',
    title: {
      vi: 'Xác nhận thông tin chứng thư: tài khoản được lập',
      en: 'Confirm the holder: the account is made',
    },
    json: data.confirmRequest,
    answers: { 201: data.registeredAnswer },
    fails: { 'register-unavailable': registerUnavailable },
    note: steps,
  },
  ...registrationPages,
} as const satisfies Readonly<Record<string, Operation>>;
