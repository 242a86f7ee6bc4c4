import * as z from 'zod';
import { defineContract } from './_contract.ts';
import * as data from './_signer/data.ts';
import { examples } from './_signer/examples.ts';
import { signerFaults } from './_signer/faults.ts';

/** The signing apps on everybody's phone, for every signature provider: what waits, approve by PIN, refuse. */
export default defineContract({
  name: 'signer',
  title: { vi: 'Ứng dụng ký số', en: 'Signing apps' },
  keeps: { 'sign/signing': 'hot', 'sign/waiting': 'calm', 'sign/promise': 'calm', 'sign/pin': 'calm' },
  faults: signerFaults,
  operations: {
    inbox: {
      method: 'GET',
      path: '/app',
      title: { vi: 'Những gì chờ một người ký', en: "What waits for a person's signature" },
      query: z.lazy(() => z.strictObject({ person: data.slug, older: data.older.optional() })),
      examples: examples.inbox,
      /** Over all providers, the newest fifty, oldest first. `older`: asks for those before; null: there are none. */
      answers: {
        200: z.lazy(() =>
          z.strictObject({
            signings: z.array(data.signing),
            older: data.older.nullable(),
            pin: data.pin,
          }),
        ),
      },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
    },
    pin: {
      method: 'GET',
      path: '/app/pins/:slug',
      title: { vi: 'Mã PIN của một người', en: "How a person's PIN stands" },
      examples: examples.pin,
      answers: { 200: data.pin },
      errors: 'problem',
      fidelity: 'ours',
    },
    unblock: {
      method: 'DELETE',
      path: '/app/pins/:slug',
      title: { vi: 'Mở khóa mã PIN', en: 'Unblock the PIN' },
      examples: examples.unblock,
      answers: { 204: 'empty' },
      errors: 'problem',
      fidelity: 'ours',
    },
    signing: {
      method: 'GET',
      path: '/app/:id',
      title: { vi: 'Một yêu cầu ký', en: 'One request to sign' },
      examples: examples.signing,
      answers: { 200: data.signing },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
    },
    decide: {
      method: 'POST',
      path: '/app/:id',
      title: { vi: 'Ký bằng mã PIN, hoặc từ chối', en: 'Sign by PIN, or refuse' },
      json: data.decision,
      examples: examples.decide,
      answers: { 204: 'empty' },
      errors: 'problem',
      fidelity: 'ours',
      note: {
        vi: 'Ứng dụng thật của từng nhà cung cấp không công khai giao diện; ở đây một ứng dụng ký cho tất cả',
        en: "The interfaces of the providers' own apps are not public; here one app signs for all of them",
      },
    },
  },
});
