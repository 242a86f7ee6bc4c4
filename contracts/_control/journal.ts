import * as z from 'zod';

const headers = z.lazy(() => z.record(z.string(), z.string()));

/** Why something was refused, as it is kept. */
const fault = z.lazy(() => z.strictObject({ code: z.string(), detail: z.string() }));

/** One exchange as the journal keeps it: secrets and foreign personal numbers masked, tokens decoded. */
export const journalEntry = z.lazy(() =>
  z.strictObject({
    /** Sorts by time. */
    id: z.string(),
    /** Real time. */
    at: z.iso.datetime(),
    /** Token clock. */
    clock: z.iso.datetime(),
    system: z.string(),
    operation: z.string(),
    /** `out`: a request that HopCat sent. Absent: one that it answered. */
    direction: z.literal('out').optional(),
    client: z.string().optional(),
    /** Ties the requests of one sign-in together. */
    signIn: z.string().optional(),
    /** Slug. */
    person: z.string().optional(),
    request: z.strictObject({ method: z.string(), url: z.string(), headers, body: z.unknown().optional() }),
    response: z.strictObject({ status: z.int(), headers, body: z.unknown().optional() }),
    tokens: z.record(z.string(), z.strictObject({ header: z.unknown(), payload: z.unknown() })).optional(),
    durationMs: z.number(),
    fault: fault.optional(),
    /** What was made to go wrong, and what asked for it. */
    failure: z.strictObject({ name: z.string(), by: z.string() }).optional(),
    notes: z.array(z.string()).optional(),
  }),
);

const word = z.lazy(() => z.string().min(1).max(200));
const time = z.lazy(() => z.iso.datetime({ offset: true }));

/** Which entries: those on which everything that is named agrees. */
export const journalQuery = z.lazy(() =>
  z.strictObject({
    client: word.optional(),
    system: word.optional(),
    operation: word.optional(),
    signIn: word.optional(),
    person: word.optional(),
    /** Real time, both ends included. */
    since: time.optional(),
    until: time.optional(),
    order: z.enum(['asc', 'desc']).default('asc'),
    /** Only entries beyond the one with this id, in the order asked for. */
    after: z
      .string()
      .regex(/^[0-9a-z]{1,40}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    /** Seconds of real time to wait for an entry when there is none; upwards only. */
    wait: z.coerce.number().int().min(0).max(25).default(0),
  }),
);

export type JournalQuery = z.output<typeof journalQuery>;

const words = { title: z.lazy(() => z.string()), cure: z.lazy(() => z.string()) };

/** An entry as it is told: with what the system's contract says of the fault, in Vietnamese and in English. */
const toldEntry = z.lazy(() =>
  journalEntry.unwrap().extend({
    fault: fault
      .unwrap()
      .extend({
        /** What happened, and what to do next. Absent: the contract knows no such fault (any more). */
        title: words.title.optional(),
        cure: words.cure.optional(),
        en: z.strictObject(words).optional(),
      })
      .optional(),
  }),
);

export const journalAnswer = z.lazy(() =>
  z.strictObject({
    entries: z.array(toldEntry),
    /** Give it as `after` to read on; null: nothing was there to read. */
    next: z.string().nullable(),
  }),
);
