import type { Failure, Operation } from '../../contracts/_contract.ts';
import type { FaultRule } from '../../contracts/_control/failures.ts';
import {
  DELAY_MS,
  FAULT_HEADER,
  failuresOf,
  LONGEST_DELAY_MS,
  transportFailures,
} from '../../contracts/_failures.ts';
import type { Answer } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { Fault } from './fault.ts';
import { faultCounts } from './fault-counts.ts';
import { personBySlug } from './people.ts';
import type { Change } from './store.ts';

// Loaded only where something is to fail: see `run.ts`.

/** A failure that was chosen for one call. */
interface Chosen {
  name: string;
  failure: Failure;
  delayMs: number;
  /** What chose it, for the journal: `rule <id>`, `header`, `person <slug>`. */
  by: string;
}

/** What is to happen, and the counts that go up in any case. */
interface Choice {
  chosen?: Chosen;
  counts: Change[];
}

type Declared = ReturnType<typeof failuresOf>;

/** `name`, or `name; delay=3000`. @throws Fault unknown_failure */
function byHeader(header: string, declared: Declared, operation: string): Chosen {
  const [, name = '', delay] = /^([a-z-]{1,60})(?:\s*;\s*delay=(\d{1,5}))?$/.exec(header.trim()) ?? [];
  const failure = Object.hasOwn(declared, name) ? declared[name] : undefined;
  const delayMs = delay === undefined ? DELAY_MS : Number(delay);
  if (failure && delayMs >= 1 && delayMs <= LONGEST_DELAY_MS) return { name, failure, delayMs, by: 'header' };
  const names = Object.keys(declared).join(', ');
  throw new Fault(
    'unknown_failure',
    `${FAULT_HEADER} for ${operation} is one of ${names}; slow may say "slow; delay=3000", at most ${LONGEST_DELAY_MS}`,
  );
}

const fits = (rule: FaultRule, x: Exchange, declared: Declared): boolean =>
  Object.hasOwn(declared, rule.failure) &&
  (rule.system === undefined || rule.system === x.system) &&
  (rule.operation === undefined || rule.operation === x.operation) &&
  (rule.client === undefined || rule.client === x.remarks.client) &&
  (rule.person === undefined || rule.person === x.remarks.person);

export const isCounted = ({ nth, times }: FaultRule): boolean => nth > 1 || times !== null;

/** Whether a rule lets the call fail that is number `fitted` of those that fit it. */
export const fires = ({ nth, times }: FaultRule, fitted: number): boolean =>
  fitted >= nth && (times === null || fitted < nth + times);

/** Nothing more comes of it. */
export const isSpent = ({ nth, times }: FaultRule, fitted: number): boolean =>
  times !== null && fitted >= nth + times - 1;

/** From here on it fires for good, and need not count any more. */
const hasBegun = ({ nth, times }: FaultRule, fitted: number): boolean => times === null && fitted >= nth;

/** The first rule that fires; every rule before it that counts has counted this call, and so has it. */
async function byRule(x: Exchange, declared: Declared): Promise<Choice> {
  const counts: Change[] = [];
  for (const rule of x.workspace.faults.filter((each) => fits(each, x, declared))) {
    const counted = isCounted(rule) ? await x.read(faultCounts, rule.id) : undefined;
    const fitted = (counted?.value.fitted ?? 0) + 1;
    if (isSpent(rule, fitted - 1)) continue;
    if (isCounted(rule) && !hasBegun(rule, fitted - 1)) {
      const condition = counted ? { version: counted.version } : ('absent' as const);
      counts.push(x.put(faultCounts, rule.id, { fitted }, { if: condition }));
    }
    if (!fires(rule, fitted)) continue;
    const failure = declared[rule.failure] as Failure;
    const { delayMs } = rule;
    return { chosen: { name: rule.failure, failure, delayMs, by: `rule ${rule.id}` }, counts };
  }
  return { counts };
}

/** Somebody who was made for it. */
async function byPerson(x: Exchange, declared: Declared): Promise<Chosen | undefined> {
  const slug = x.remarks.person;
  const person = slug === undefined ? undefined : await personBySlug(x, slug);
  const wish = person?.fails?.find(
    ({ system, operation, failure }) =>
      system === x.system && (operation ?? x.operation) === x.operation && Object.hasOwn(declared, failure),
  );
  if (!wish) return undefined;
  const failure = declared[wish.failure] as Failure;
  return { name: wish.failure, failure, delayMs: DELAY_MS, by: `person ${slug}` };
}

/** What can still befall a call that is refused anyway: a rule that waits for something else does not count it. */
const ofTransport = (declared: Declared): Declared =>
  Object.fromEntries(Object.entries(declared).filter(([name]) => Object.hasOwn(transportFailures, name)));

/**
 * What is to go wrong with a call that was just answered: the header's wish first, then the first rule that fires,
 * then what the person was made for. @throws Fault unknown_failure
 */
async function choose({ x, answer }: Told, name: string, operation: Operation): Promise<Choice> {
  const declared = failuresOf(operation);
  const header = x.request.headers.get(FAULT_HEADER);
  if (header !== null) return { chosen: byHeader(header, declared, name), counts: [] };
  const possible = answer.fault ? ofTransport(declared) : declared;
  const choice = await byRule(x, possible);
  if (choice.chosen) return choice;
  const chosen = await byPerson(x, possible);
  return chosen ? { ...choice, chosen } : choice;
}

/** A call as its route answered it. */
interface Told {
  x: Exchange;
  answer: Answer;
}

/** What the one who asks can do about a call: have its route run anew, and word a refusal. */
interface Means {
  again(failure: string): Promise<Told>;
  word(fault: Fault): Promise<Answer>;
}

/**
 * What a chosen failure makes of an answer: another one, or the same object where a refusal that would have come
 * anyway stays. What is refused has changed nothing.
 */
async function spoil({ name, failure, delayMs }: Chosen, told: Told, { again, word }: Means): Promise<Told> {
  const { x, answer } = told;
  if (name === 'slow') return { x, answer: { ...answer, failing: { delayMs } } };
  if (name === 'cut' || name === 'malformed') return { x, answer: { ...answer, failing: { ends: name } } };
  if (answer.fault && name !== 'down') return told;
  if (failure.fault === undefined) return again(name);
  const extra = name === 'down' ? { headers: { 'retry-after': '1' } } : {};
  return { x, answer: await word(new Fault(failure.fault, `asked for: ${name}`, extra)) };
}

/** A call that something may have asked to go wrong, as it goes out. @throws Fault unknown_failure */
export async function failing(
  { name, operation }: { name: string; operation: Operation },
  told: Told,
  means: Means,
): Promise<Told & { counts: readonly Change[] }> {
  const { chosen, counts } = await choose(told, name, operation);
  if (!chosen) return { ...told, counts };
  const spoilt = await spoil(chosen, told, means);
  if (spoilt !== told) spoilt.x.remarks.failure = { name: chosen.name, by: chosen.by };
  return { ...spoilt, counts };
}
