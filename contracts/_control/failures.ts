import * as z from 'zod';
import { DELAY_MS, LONGEST_DELAY_MS } from '../_failures.ts';
import { both } from '../_person/primitives.ts';

const name = z.lazy(() => z.string().min(1).max(60));

/** How many rules stand in a workspace at once: every request reads them, and one commit clears them all. */
export const MOST_RULES = 50;

/**
 * Which calls are to fail, and how. What is not named fits every call. A rule that names no system fits every
 * operation that knows the failure.
 */
export const faultRuleInput = z.lazy(() =>
  z
    .strictObject({
      failure: name,
      system: name.optional(),
      /** Of that system. */
      operation: name.optional(),
      /** Who calls, as the journal has it. */
      client: z.string().min(1).max(200).optional(),
      /** Slug of whom the call is about, as the journal has it. */
      person: name.optional(),
      /** The first of the calls that fit to fail; default: the first. */
      nth: z.int().min(1).max(1_000_000).default(1),
      /** How many calls fail from there on; null: all, until the rule is taken away. */
      times: z.int().min(1).max(1_000_000).nullable().default(null),
      /** For `slow`: milliseconds of real time. */
      delayMs: z.int().min(1).max(LONGEST_DELAY_MS).default(DELAY_MS),
    })
    .refine((rule) => rule.operation === undefined || rule.system !== undefined, {
      path: ['system'],
      message: both('Có operation thì phải có system', 'An operation needs its system'),
    }),
);

/** A rule as it stands in the workspace. */
export const faultRule = z.lazy(() =>
  z.strictObject({
    id: z.string().regex(/^[\w-]{1,40}$/),
    failure: name,
    system: name.optional(),
    operation: name.optional(),
    client: z.string().optional(),
    person: name.optional(),
    nth: z.int(),
    times: z.int().nullable(),
    delayMs: z.int(),
  }),
);

export type FaultRule = z.output<typeof faultRule>;

/**
 * `fitted`: how many calls have fitted, counted until nothing more depends on it; null: not counted, as neither `nth`
 * nor `times` asks for it.
 */
export const shownRule = z.lazy(() =>
  faultRule.unwrap().extend({ fitted: z.int().nullable(), spent: z.boolean() }),
);

export const shownRules = z.lazy(() =>
  z.strictObject({
    rules: z.array(shownRule),
    /** What can be asked for, by system and operation. */
    failures: z.array(
      z.strictObject({
        system: z.string(),
        operation: z.string(),
        failures: z.record(z.string(), z.strictObject({ vi: z.string(), en: z.string() })),
      }),
    ),
  }),
);
