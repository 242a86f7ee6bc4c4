import type { Operation, Text } from '../_contract.ts';
import * as data from './profile-data.ts';
import { examples } from './profile-examples.ts';

const text = (vi: string, en: string): Text => ({ vi, en });

/** The sandbox's own: the real portal has pages for its holders, and nothing for a test. */
const ours = { errors: 'problem', fidelity: 'ours' } as const;

/** One step in the life of one account. */
const step = <const Path extends string>(path: Path) =>
  ({ ...ours, method: 'POST', path: `/api/accounts/:techId/${path}` }) as const;

const account = { 200: data.accountAnswer };

/** Accounts for CI: to find them, to make them, and every step of their life. */
export const accountOperations = {
  listAccounts: {
    ...ours,
    method: 'GET',
    path: '/api/accounts',
    title: text('Danh sách tài khoản', 'Accounts'),
    query: data.accountsQuery,
    answers: { 200: data.accountsAnswer },
    examples: examples.listAccounts,
  },
  createAccount: {
    ...ours,
    method: 'POST',
    path: '/api/accounts',
    title: text('Lập một tài khoản ở trạng thái cần thử', 'An account in whatever state a test wants'),
    json: data.fixture,
    answers: { 201: data.accountAnswer },
    examples: examples.createAccount,
  },
  readAccount: {
    ...ours,
    method: 'GET',
    path: '/api/accounts/:techId',
    title: text('Một tài khoản', 'One account'),
    answers: account,
    examples: examples.readAccount,
  },
  accountHistory: {
    ...ours,
    method: 'GET',
    path: '/api/accounts/:techId/history',
    title: text('Lịch sử của tài khoản', "An account's history"),
    answers: { 200: data.historyAnswer },
    examples: examples.accountHistory,
  },
  giveNumber: {
    ...step('number'),
    title: text('Ghi số định danh vào tài khoản', 'Write the personal number into it'),
    json: data.numberGiven,
    answers: account,
    examples: examples.giveNumber,
  },
  verifyNumber: {
    ...step('verify'),
    title: text('Đối chiếu với CSDL dân cư', 'Verify it with the population database'),
    answers: { 200: data.verified },
    examples: examples.verifyNumber,
  },
  takeOver: {
    ...step('take-over'),
    title: text('Cập nhật từ CSDL dân cư', "Take over the population database's data"),
    answers: { 200: data.verified },
    examples: examples.takeOver,
  },
  promptAccount: {
    ...step('prompt'),
    title: text('Hiện thông báo đăng nhập bằng VNeID', 'Show the prompt to use VNeID'),
    answers: account,
    examples: examples.promptAccount,
  },
  linkAccount: {
    ...step('link'),
    title: text('Liên kết với VNeID của một người', "Link it to a person's VNeID"),
    json: data.linkRequest,
    answers: { 200: data.linkedAnswer },
    examples: examples.linkAccount,
    note: text(
      'Cổng tự đăng nhập VNeID thay người đó qua giao diện thật, như bảng của hộp cát; người dùng thì đăng nhập ở trang',
      "The portal signs in at VNeID for the person over the real wire, as the sandbox's panel does; people use the pages",
    ),
  },
  unlinkAccount: {
    ...step('unlink'),
    title: text('Bỏ liên kết', 'Unlink it'),
    answers: account,
    examples: examples.unlinkAccount,
  },
  withdrawConsent: {
    ...step('withdraw-consent'),
    title: text('Nhận báo rút đồng ý', 'Take notice that consent was withdrawn'),
    answers: account,
    examples: examples.withdrawConsent,
    note: text(
      'Sự đồng ý do VNeID giữ; chưa rõ VNeID báo cho cổng thế nào, đây là chỗ nhận của hộp cát',
      "VNeID keeps the consent; how it tells a portal is not known, this is the sandbox's own place for it",
    ),
  },
  lockAccount: {
    ...step('lock'),
    title: text('Khóa tài khoản', 'Lock it'),
    answers: account,
    examples: examples.lockAccount,
  },
  unlockAccount: {
    ...step('unlock'),
    title: text('Mở khóa tài khoản', 'Unlock it'),
    answers: account,
    examples: examples.unlockAccount,
  },
} as const satisfies Readonly<Record<string, Operation>>;
