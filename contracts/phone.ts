import * as z from 'zod';
import { defineContract } from './_contract.ts';
import { examples } from './_phone-examples.ts';
import { older } from './_signer/data.ts';

const text = z.lazy(() => z.strictObject({ vi: z.string(), en: z.string() }));

/** A text message, as the phone keeps it: a personal number that is not the sandbox's own is masked. */
const message = z.lazy(() =>
  z.strictObject({
    /** Sorts by arrival. */
    id: z.string(),
    from: z.string(),
    text: z.string(),
    /** Token clock. */
    at: z.iso.datetime(),
    /** The one-time code in the text, when it holds one. */
    code: z.string().optional(),
  }),
);

/** What its owner sends. `from`: which of several SIMs; the first one unless said. One SMS: 160 characters. */
const outgoing = z.lazy(() =>
  z.strictObject({
    to: z.string().trim().min(1).max(20),
    text: z.string().trim().min(1).max(160),
    from: z.string().max(20).optional(),
  }),
);

/** A text message that was sent, as the phone keeps it: masked like one that was received. */
const sent = z.lazy(() =>
  z.strictObject({
    /** Sorts by time, among received ones too. */
    id: z.string(),
    to: z.string(),
    from: z.string(),
    text: z.string(),
    /** Token clock. */
    at: z.iso.datetime(),
  }),
);

/** Something that waits for the person's yes or no, whichever system asks. */
const approval = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    kind: z.enum(['sign-in', 'signature']),
    title: text,
    /** Who asks: the name of a portal. */
    asks: z.string(),
    details: z.array(z.strictObject({ name: z.string(), label: text, value: z.string() })),
    /** Of a signature: what is signed, each by its digest in lower-case hex. */
    documents: z.array(z.strictObject({ name: z.string(), hash: z.string(), digest: z.string() })).optional(),
    /** Of a signature: how often a PIN may still be tried; 0: it is blocked. */
    triesLeft: z.int().optional(),
    /** Token clock. */
    expiresAt: z.iso.datetime(),
  }),
);

/** `pin`: a signature is approved with it, everybody's is 123456. */
const decisions = ['approve', 'refuse'] as const;

const decision = z.lazy(() =>
  z.strictObject({ decision: z.enum(decisions), pin: z.string().max(40).optional() }),
);
const scan = z.lazy(() => z.string().min(1).max(100));

export default defineContract({
  name: 'phone',
  title: { vi: 'Điện thoại', en: 'Phones' },
  keeps: { message: 'calm', sent: 'calm', scan: 'calm' },
  faults: {
    unknown_person: {
      status: 404,
      title: {
        vi: 'Không gian làm việc này không có người như vậy',
        en: 'This workspace has no such person',
      },
      cure: {
        vi: 'Mở trang /phone của không gian làm việc để xem mọi người; tên trong đường dẫn là slug, chẳng hạn an',
        en: "Open the workspace's /phone page to see everybody; the name in the path is the slug, such as an",
      },
    },
    qr_expired: {
      status: 410,
      title: {
        vi: 'Mã QR đã hết hạn hoặc đã được xử lý',
        en: 'The QR code has expired or was decided before',
      },
      cure: {
        vi: 'Tải mã mới ở trang đăng nhập rồi quét lại',
        en: 'Get a new code on the sign-in page and scan it again',
      },
    },
    pin_needed: {
      status: 400,
      title: { vi: 'Ký số cần mã PIN', en: 'A signature needs the PIN' },
      cure: {
        vi: 'Gửi kèm pin; trong hộp cát, mã PIN của mọi người là 123456',
        en: 'Send pin as well; in the sandbox everybody has the PIN 123456',
      },
    },
    no_sim: {
      status: 409,
      title: { vi: 'Điện thoại này không có SIM', en: 'There is no SIM in this phone' },
      cure: {
        vi: 'Chọn người có số điện thoại, hoặc thêm phones cho người này',
        en: 'Choose somebody with a telephone number, or give this person phones',
      },
    },
    not_own_sim: {
      status: 409,
      title: {
        vi: 'Số này không phải SIM trong điện thoại này',
        en: 'This phone has no SIM with this number',
      },
      cure: {
        vi: 'Bỏ from, hoặc gửi từ một số của chính người này',
        en: "Leave out from, or send from one of this person's own numbers",
      },
    },
    nobody_there: {
      status: 422,
      title: { vi: 'Không gửi được tới số này', en: 'No message can be sent to this number' },
      cure: {
        vi: 'Trong hộp cát chỉ tổng đài 1414 nhận tin: soạn TTTB, dấu cách, số giấy tờ',
        en: 'In the sandbox only 1414 takes messages: TTTB, a space, the number of your paper',
      },
    },
    no_answer: {
      status: 502,
      title: {
        vi: 'Hệ thống ở đầu bên kia không trả lời',
        en: 'The system at the other end does not answer',
      },
      cure: {
        vi: 'Thử lại sau giây lát; xem nhật ký của không gian làm việc',
        en: "Try again in a moment; look into the workspace's journal",
      },
    },
  },
  operations: {
    phones: {
      method: 'GET',
      path: '/',
      title: { vi: 'Mọi điện thoại', en: 'Every phone' },
      /** `scan`: the QR sign-in that the chosen phone scans; a QR code leads here. */
      query: z.lazy(() => z.strictObject({ scan: scan.optional() })),
      answers: { 200: 'html' },
      errors: 'page',
      fidelity: 'ours',
    },
    phone: {
      method: 'GET',
      path: '/:person',
      title: { vi: 'Điện thoại của một người', en: "A person's phone" },
      /**
       * `fragment`: only what changes. `scan`: scans a QR code and comes back. `older`: older requests to sign. `done`:
       * what was decided a moment ago.
       */
      query: z.lazy(() =>
        z.strictObject({
          fragment: z.literal('1').optional(),
          scan: scan.optional(),
          older: older.optional(),
          done: z.enum(decisions).optional(),
        }),
      ),
      answers: { 200: 'html', 302: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
      quiet: true,
    },
    state: {
      method: 'GET',
      path: '/:person/state',
      title: { vi: 'Điện thoại có gì mới không', en: 'Whether the phone has anything new' },
      query: z.lazy(() => z.strictObject({ older: older.optional() })),
      examples: examples.state,
      answers: { 200: z.lazy(() => z.strictObject({ version: z.string() })) },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
    },
    scan: {
      method: 'POST',
      path: '/:person/scan',
      title: { vi: 'Quét mã QR', en: 'Scan a QR code' },
      form: z.lazy(() => z.strictObject({ id: scan })),
      answers: { 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
      ownPages: true,
    },
    answer: {
      method: 'POST',
      path: '/:person/approvals/:id',
      title: { vi: 'Đồng ý hoặc từ chối, trên trang', en: 'Approve or refuse, on the page' },
      form: decision,
      answers: { 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
      ownPages: true,
    },
    unblock: {
      method: 'POST',
      path: '/:person/pin/unblock',
      title: { vi: 'Mở khóa mã PIN ký số, trên trang', en: 'Unblock the signing PIN, on the page' },
      form: z.lazy(() => z.strictObject({})),
      answers: { 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
      ownPages: true,
    },
    messages: {
      method: 'GET',
      path: '/:person/api/messages',
      title: { vi: 'Đọc tin nhắn', en: 'Read the messages' },
      examples: examples.messages,
      query: z.lazy(() =>
        z.strictObject({
          /** Only messages that came after the one with this id. */
          after: z.string().min(1).max(100).optional(),
          /** Seconds of real time to wait for a message when there is none. */
          wait: z.coerce.number().int().min(0).max(25).default(0),
        }),
      ),
      /** Newest first, at most fifty. */
      answers: { 200: z.lazy(() => z.strictObject({ messages: z.array(message) })) },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
    },
    receive: {
      method: 'POST',
      path: '/:person/api/messages',
      title: { vi: 'Gửi tin nhắn tới điện thoại', en: 'Send a message to the phone' },
      examples: examples.receive,
      json: z.lazy(() =>
        z.strictObject({
          from: z.string().trim().min(1).max(40),
          text: z.string().trim().min(1).max(1000),
        }),
      ),
      answers: { 201: message },
      errors: 'problem',
      fidelity: 'ours',
    },
    send: {
      method: 'POST',
      path: '/:person/api/outbox',
      title: { vi: 'Nhắn tin từ điện thoại', en: 'Send a message from the phone' },
      json: outgoing,
      answers: { 201: sent },
      errors: 'problem',
      examples: examples.send,
      fidelity: 'ours',
      note: {
        vi: 'Chỉ 1414 nhận tin; trả lời tới như một tin nhắn. Lời từ chối của nhà mạng được chuyển nguyên vẹn',
        en: 'Only 1414 takes messages; its answer arrives as a message. A refusal of the carrier is passed on as it is',
      },
    },
    write: {
      method: 'POST',
      path: '/:person/outbox',
      title: { vi: 'Nhắn tin từ điện thoại, trên trang', en: 'Send a message, on the page' },
      form: outgoing,
      answers: { 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
      ownPages: true,
    },
    approvals: {
      method: 'GET',
      path: '/:person/api/approvals',
      title: { vi: 'Những gì chờ duyệt', en: 'What waits for approval' },
      examples: examples.approvals,
      /**
       * Every QR sign-in of the workspace that is open, as for a program scanning and seeing is one step; then what
       * this person is asked to sign, the newest fifty. `older`: asks for the requests to sign before those alone;
       * null: there are none.
       */
      query: z.lazy(() => z.strictObject({ older: older.optional() })),
      answers: {
        200: z.lazy(() => z.strictObject({ approvals: z.array(approval), older: older.nullable() })),
      },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
    },
    decide: {
      method: 'POST',
      path: '/:person/api/approvals/:id',
      title: { vi: 'Đồng ý hoặc từ chối', en: 'Approve or refuse' },
      json: decision,
      answers: { 204: 'empty' },
      errors: 'problem',
      fidelity: 'ours',
      note: {
        vi: 'Duyệt chữ ký số thì gửi thêm pin. Khi hệ thống hỏi duyệt từ chối, lời từ chối của nó được chuyển nguyên vẹn',
        en: 'A signature is approved with pin besides. When the system that asks refuses, its own refusal is passed on as it is',
      },
    },
  },
});
