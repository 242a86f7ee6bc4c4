import { defineContract } from './_contract.ts';
import * as data from './_telecom/data.ts';
import { examples } from './_telecom/examples.ts';
import { telecomFaults } from './_telecom/faults.ts';
import * as messages from './_telecom/messages.ts';

const registerFailures = {
  empty: { title: { vi: 'Nhà mạng không có dữ liệu', en: 'The carrier has no data' } },
  'stale-data': {
    title: {
      vi: 'Dữ liệu cũ: thuê bao còn ghi theo CMND 9 số',
      en: 'Stale data: the subscription still stands under the old 9-digit card',
    },
  },
  'wrong-person': {
    title: { vi: 'Trả lời theo dữ liệu của người khác', en: "The answer is about somebody else's data" },
  },
  quota: { title: { vi: 'Hết hạn mức', en: 'The quota is used up' }, fault: 'quota_exceeded' },
  'expired-credential': {
    title: { vi: 'Token hết hạn', en: 'The token has expired' },
    fault: 'unauthenticated',
  },
} as const;

const { quota, 'expired-credential': expiredCredential } = registerFailures;

/** The mobile carriers behind one address: whose a number is, text messages, and 1414. */
export default defineContract({
  name: 'telecom',
  title: { vi: 'Nhà mạng di động', en: 'Mobile carriers' },
  keeps: { token: 'hot', sms: 'calm' },
  faults: telecomFaults,
  operations: {
    token: {
      method: 'POST',
      path: '/oauth2/token',
      title: { vi: 'Lấy token truy cập', en: 'Access token' },
      form: data.tokenForm,
      answers: { 200: data.tokenAnswer },
      errors: 'oauth',
      fails: {
        'expired-credential': {
          title: { vi: 'Tài khoản hết hạn', en: 'The account has expired' },
          fault: 'invalid_client',
        },
      },
      examples: examples.token,
      fidelity: 'ours',
      note: {
        vi: 'Theo cách CAMARA xác thực máy với máy (OAuth 2.0 client credentials)',
        en: 'As CAMARA lets machines authenticate (OAuth 2.0 client credentials)',
      },
    },
    match: {
      method: 'POST',
      path: '/kyc-match/match',
      title: { vi: 'Đối chiếu chủ thuê bao (KYC Match)', en: 'KYC Match' },
      json: data.kycRequest,
      answers: { 200: data.kycAnswer },
      errors: 'own',
      fails: registerFailures,
      examples: examples.match,
      fidelity: 'ours',
      note: {
        vi: 'Dữ liệu vào ra theo CAMARA KYC Match; chưa rõ nhà mạng Việt Nam nào cung cấp đúng như vậy',
        en: 'In and out as CAMARA KYC Match has it; whether a Vietnamese carrier offers exactly that is not known',
      },
    },
    check: {
      method: 'POST',
      path: '/subscribers/check',
      title: { vi: 'Kiểm tra SIM chính chủ', en: "Is this number this person's" },
      json: data.checkRequest,
      answers: { 200: data.checkAnswer },
      errors: 'own',
      fails: registerFailures,
      examples: examples.check,
      fidelity: 'ours',
      note: {
        vi: 'Giao diện mà Cổng DVCQG dùng để kiểm tra thuê bao không công khai',
        en: 'The interface by which the national portal checks subscribers is not public',
      },
    },
    send: {
      method: 'POST',
      path: '/sms/messages',
      title: { vi: 'Gửi tin nhắn thương hiệu', en: 'Send a text message' },
      json: messages.smsRequest,
      answers: { 202: messages.smsAnswer },
      errors: 'own',
      fails: { quota, 'expired-credential': expiredCredential },
      examples: examples.send,
      fidelity: 'ours',
    },
    delivery: {
      method: 'GET',
      path: '/sms/messages/:id',
      title: { vi: 'Tin nhắn đã tới chưa', en: 'Has the message arrived' },
      answers: { 200: messages.smsAnswer },
      errors: 'own',
      fails: { quota, 'expired-credential': expiredCredential },
      examples: examples.delivery,
      fidelity: 'ours',
    },
    shortCode: {
      method: 'POST',
      path: '/1414',
      title: { vi: 'Tin nhắn gửi 1414', en: 'A text message to 1414' },
      json: messages.shortCodeRequest,
      answers: { 202: messages.shortCodeAnswer },
      errors: 'problem',
      fails: { empty: registerFailures.empty },
      examples: examples.shortCode,
      fidelity: 'ours',
      note: {
        vi: 'Cú pháp TTTB và nội dung trả lời biết từ báo chí (M); đường đi giữa điện thoại và nhà mạng là của HopCat',
        en: 'The syntax TTTB and what the answer tells are known from the press (M); the way between phone and carrier is ours',
      },
    },
  },
});
