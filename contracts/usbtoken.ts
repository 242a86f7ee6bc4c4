import * as z from 'zod';
import { defineContract, type Operation } from './_contract.ts';
import * as data from './_usbtoken/data.ts';
import { examples } from './_usbtoken/examples.ts';
import { usbtokenFaults } from './_usbtoken/faults.ts';
import { usbtokenParts } from './_usbtoken/parts.ts';

const plugin = {
  method: 'POST',
  query: data.goOn,
  maxBytes: 4_194_304,
  errors: 'problem',
  cors: 'own',
  fidelity: 'H',
} as const satisfies Omit<Operation, 'path' | 'title' | 'answers'>;

/** USB tokens: what the plug-ins of VGCA and VNPT-CA answer to a page, and the window in which the PIN is entered. */
export default defineContract({
  name: 'usbtoken',
  title: { vi: 'USB ký số', en: 'USB tokens' },
  keeps: { dialogue: 'calm', token: 'calm' },
  parts: usbtokenParts,
  faults: usbtokenFaults,
  operations: {
    shim: {
      method: 'GET',
      path: '/shim.js',
      title: {
        vi: 'Tập lệnh thay WebSocket của hai phần mềm ký',
        en: 'A script in place of the plug-ins’ WebSockets',
      },
      query: z.lazy(() => z.strictObject({ person: z.string().min(1).max(40) })),
      answers: { 200: 'asset' },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
      examples: examples.shim,
    },
    vgca: {
      ...plugin,
      path: '/:person/vgca/:path',
      title: { vi: 'Thông điệp tới VGCA Sign Service', en: 'A message to VGCA Sign Service' },
      json: data.vgcaMessage,
      answers: { 200: data.vgcaAnswer, 202: data.patience },
      note: {
        vi: 'Đường dẫn HTTP là của hộp cát; nội dung là thông điệp của WebSocket wss://127.0.0.1:8987/{path}',
        en: 'The HTTP path is ours; body and answer are the messages of the WebSocket wss://127.0.0.1:8987/{path}',
      },
      examples: examples.vgca,
    },
    vnpt: {
      ...plugin,
      path: '/:person/vnpt',
      title: { vi: 'Thông điệp tới phần mềm ký VNPT-CA', en: 'A message to VNPT-CA’s plug-in' },
      json: data.vnptMessage,
      answers: { 200: 'text', 202: data.patience },
      note: {
        vi: 'Đường dẫn HTTP là của hộp cát; nội dung là thông điệp của WebSocket wss://localhost:4433/plugin',
        en: 'The HTTP path is ours; body and answer are the messages of the WebSocket wss://localhost:4433/plugin',
      },
      examples: examples.vnpt,
    },
    dialogues: {
      method: 'GET',
      path: '/:person/api/dialogues',
      title: { vi: 'Những hộp thoại đang chờ một người', en: 'The dialogues that wait for a person' },
      answers: {
        200: z.lazy(() => z.strictObject({ dialogues: z.array(data.dialogue), token: data.token })),
      },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
      examples: examples.dialogues,
    },
    decide: {
      method: 'POST',
      path: '/:person/api/dialogues/:id',
      title: { vi: 'Nhập mã PIN, chọn chứng thư, hoặc hủy', en: 'Enter the PIN, choose, or cancel' },
      json: data.decision,
      answers: { 204: 'empty' },
      errors: 'problem',
      fidelity: 'ours',
      examples: examples.decide,
    },
    token: {
      method: 'GET',
      path: '/:person/api/token',
      title: { vi: 'USB ký số của một người', en: 'A person’s token' },
      answers: { 200: data.token },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
      examples: examples.token,
    },
    setToken: {
      method: 'PUT',
      path: '/:person/api/token',
      title: { vi: 'Đặt trạng thái USB ký số', en: 'Set how a token stands' },
      json: data.newToken,
      answers: { 200: data.token },
      errors: 'problem',
      fidelity: 'ours',
      examples: examples.setToken,
    },
    state: {
      method: 'GET',
      path: '/:person/state',
      title: { vi: 'Cửa sổ có gì mới', en: 'Whether the window has changed' },
      answers: { 200: z.lazy(() => z.strictObject({ version: z.string() })) },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
      examples: examples.state,
    },
    window: {
      method: 'GET',
      path: '/:person',
      title: { vi: 'Cửa sổ của USB ký số: chọn chứng thư, nhập mã PIN', en: 'The token’s own window' },
      query: z.lazy(() => z.strictObject({ fragment: z.literal('1').optional() })),
      answers: { 200: 'html' },
      errors: 'page',
      fidelity: 'ours',
      quiet: true,
      examples: examples.window,
    },
    answer: {
      method: 'POST',
      path: '/:person/dialogues/:id',
      title: { vi: 'Trả lời trong cửa sổ', en: 'Answer in the window' },
      form: data.decisionForm,
      answers: { 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
      ownPages: true,
      examples: examples.answer,
    },
    plug: {
      method: 'POST',
      path: '/:person/token',
      title: { vi: 'Cắm, rút, khóa USB ký số trong cửa sổ', en: 'Plug in, pull out, block in the window' },
      form: data.newToken,
      answers: { 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
      ownPages: true,
      examples: examples.plug,
    },
  },
});
