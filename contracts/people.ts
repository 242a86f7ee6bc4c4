import * as z from 'zod';
import { defineContract } from './_contract.ts';

const text = z.lazy(() => z.strictObject({ vi: z.string(), en: z.string() }));

const outcome = z.lazy(() =>
  z.strictObject({
    system: z.string(),
    operation: z.string(),
    method: z.string(),
    path: z.string(),
    /** What happens. */
    title: text,
    /** Who makes it happen: slug, as the cast has it. */
    person: z.string(),
    name: z.string(),
    personalNumber: z.string(),
    /** HTTP status of the answer, and what in its text tells. */
    status: z.int(),
    shows: z.string().optional(),
    /** The workspace's calendar that it needs. */
    calendar: z.iso.date().optional(),
  }),
);

export default defineContract({
  name: 'people',
  title: { vi: 'Ai làm xảy ra điều gì', en: 'Who makes what happen' },
  faults: {},
  operations: {
    people: {
      method: 'GET',
      path: '/',
      title: {
        vi: 'Mọi người, và điều xảy ra khi hỏi về họ',
        en: 'Everybody, and what happens when one asks',
      },
      /** `system`: only its outcomes. */
      query: z.lazy(() => z.strictObject({ system: z.string().max(40).optional() })),
      answers: { 200: 'html' },
      errors: 'page',
      fidelity: 'ours',
      quiet: true,
    },
    outcomes: {
      method: 'GET',
      path: '/api/outcomes',
      title: { vi: 'Như trên, dạng JSON', en: 'The same as JSON' },
      query: z.lazy(() =>
        z.strictObject({
          system: z.string().max(40).optional(),
          operation: z.string().max(60).optional(),
          /** Slug. */
          person: z.string().max(40).optional(),
        }),
      ),
      answers: { 200: z.lazy(() => z.strictObject({ outcomes: z.array(outcome) })) },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
    },
  },
});
