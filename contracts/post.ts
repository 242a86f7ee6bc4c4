import { defineContract } from './_contract.ts';
import * as data from './_post/data.ts';
import { examples } from './_post/examples.ts';
import { postFaults } from './_post/faults.ts';

const quota = {
  title: { vi: 'Hết hạn mức', en: 'The quota is used up' },
  fault: 'quota_exceeded',
} as const;

const expiredCredential = {
  title: { vi: 'Token hết hạn', en: 'The token has expired' },
  fault: 'unauthenticated',
} as const;

/** VNPost: a citizen's account, and the delivery of dossiers. */
export default defineContract({
  name: 'post',
  title: { vi: 'Bưu điện Việt Nam (VNPost)', en: 'Vietnam Post' },
  keeps: { token: 'hot', order: 'calm' },
  parts: {
    'order.Status': {
      fidelity: 'ours',
      note: {
        vi: 'Tên trường Status, Message đã biết; giá trị của Status và mã HTTP khi bị từ chối thì chưa',
        en: 'The fields Status and Message are known; the values of Status, and HTTP statuses of refusals, are not',
      },
    },
    'order.required': {
      fidelity: 'ours',
      note: {
        vi: 'Trường nào bắt buộc thì chưa biết: HopCat bắt buộc tên, điện thoại, địa chỉ và tỉnh của hai bên',
        en: 'Which fields are required is not known: HopCat wants name, telephone, address and province of both sides',
      },
    },
  },
  faults: postFaults,
  operations: {
    token: {
      method: 'POST',
      path: '/token',
      title: { vi: 'Lấy token của LGSP', en: 'Access token' },
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
        vi: 'Mỗi tỉnh cấp token theo LGSP của mình; ở đây là OAuth 2.0 client credentials',
        en: "Each province's LGSP gives tokens in its own way; here it is OAuth 2.0 client credentials",
      },
    },
    check: {
      method: 'POST',
      path: '/accounts/check',
      title: { vi: 'Kiểm tra tài khoản VNPost', en: "Is this account this person's" },
      json: data.checkRequest,
      answers: { 200: data.checkAnswer },
      errors: 'own',
      fails: {
        empty: { title: { vi: 'VNPost không có dữ liệu', en: 'VNPost has no data' } },
        'stale-data': {
          title: {
            vi: 'Dữ liệu cũ: tài khoản còn ghi số điện thoại và họ tên cũ',
            en: 'Stale data: the account still has an old number and an old name',
          },
        },
        'wrong-person': {
          title: {
            vi: 'Trả lời theo dữ liệu của người khác',
            en: "The answer is about somebody else's data",
          },
        },
        quota,
        'expired-credential': expiredCredential,
      },
      examples: examples.check,
      fidelity: 'ours',
      note: {
        vi: 'Cổng DVCQG từng cho đăng ký bằng tài khoản VNPost; giao diện không công khai',
        en: 'The national portal let citizens register by a VNPost account; the interface is not public',
      },
    },
    order: {
      method: 'POST',
      path: '/orders',
      title: { vi: 'Gửi đơn chuyển phát hồ sơ', en: 'Send a dossier' },
      json: data.orderRequest,
      answers: { 200: data.orderAnswer },
      errors: 'own',
      fails: { quota, 'expired-credential': expiredCredential },
      examples: examples.order,
      fidelity: 'M',
      note: {
        vi: 'Tên trường và header access_token theo mã nguồn của một cổng; đường dẫn là của HopCat',
        en: "Field names and the header access_token as one portal's client code has them; the path is our own",
      },
    },
    orderState: {
      method: 'GET',
      path: '/orders/:orderNumber',
      title: { vi: 'Trạng thái của một đơn', en: 'How far a dossier has come' },
      answers: { 200: data.orderState },
      errors: 'own',
      fails: {
        empty: { title: { vi: 'Không thấy đơn', en: 'The order is not found' }, fault: 'not_found' },
        'expired-credential': expiredCredential,
      },
      examples: examples.orderState,
      fidelity: 'ours',
    },
  },
});
