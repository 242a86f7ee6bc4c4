import type * as z from 'zod';
import type { Contract } from '../../contracts/_contract.ts';
import type { FaultRule, faultRuleInput } from '../../contracts/_control/failures.ts';
import { MOST_RULES } from '../../contracts/_control/failures.ts';
import { canFail, failuresOf } from '../../contracts/_failures.ts';
import { empty, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { isCounted, isSpent } from '../_kit/failing.ts';
import { Fault } from '../_kit/fault.ts';
import { faultCounts } from '../_kit/fault-counts.ts';
import { invalidInput } from '../_kit/issues.ts';
import { personBySlug } from '../_kit/people.ts';
import { refuseForeignNumbers } from '../_kit/settings.ts';

type Wanted = z.output<typeof faultRuleInput>;

/** Every operation that can fail, and how: read from all contracts, when somebody first asks. */
async function failing() {
  const { contracts } = await import('../../contracts/index.ts');
  return contracts.filter(canFail).flatMap(({ name, operations }: Contract) =>
    Object.entries(operations).map(([operation, each]) => ({
      system: name,
      operation,
      failures: Object.fromEntries(
        Object.entries(failuresOf(each)).map(([failure, { title }]) => [failure, { ...title }]),
      ),
    })),
  );
}

const unknown = (path: string, what: string, names: readonly string[]) =>
  invalidInput([
    {
      path,
      message: `Không có '${what}'; có: ${names.join(', ')} / There is no '${what}'; there are: ${names.join(', ')}`,
    },
  ]);

const distinct = (names: readonly string[]) => [...new Set(names)];

/** @throws Fault invalid_input, naming what there is instead */
async function refuseUnknown(x: Exchange, { system, operation, failure, person }: Wanted): Promise<void> {
  const all = await failing();
  const ofSystem = all.filter((each) => system === undefined || each.system === system);
  if (ofSystem.length === 0) {
    throw unknown('system', String(system), distinct(all.map((each) => each.system)));
  }
  const inScope = ofSystem.filter((each) => operation === undefined || each.operation === operation);
  if (inScope.length === 0) {
    throw unknown(
      'operation',
      String(operation),
      ofSystem.map((each) => each.operation),
    );
  }
  const names = distinct(inScope.flatMap((each) => Object.keys(each.failures)));
  if (!names.includes(failure)) throw unknown('failure', failure, names);
  if (person !== undefined && !(await personBySlug(x, person))) {
    const message = `Không có ai tên '${person}' / Nobody is called '${person}'`;
    throw invalidInput([{ path: 'person', message }]);
  }
}

async function shown(x: Exchange, rule: FaultRule) {
  if (!isCounted(rule)) return { ...rule, fitted: null, spent: false };
  const fitted = (await x.read(faultCounts, rule.id))?.value.fitted ?? 0;
  return { ...rule, fitted, spent: isSpent(rule, fitted) };
}

export async function listFaults(x: Exchange) {
  const { faults } = x.workspace;
  return json({ rules: await Promise.all(faults.map((rule) => shown(x, rule))), failures: await failing() });
}

export async function addFault(x: Exchange<Wanted>) {
  const { faults } = x.workspace;
  await refuseUnknown(x, x.input);
  refuseForeignNumbers(x.input, x.isOurs);
  if (faults.length >= MOST_RULES) {
    throw new Fault('too_many_faults', `a workspace has at most ${MOST_RULES} fault rules`);
  }
  const rule: FaultRule = { id: Buffer.from(x.deps.random(9)).toString('base64url'), ...x.input };
  return json(await shown(x, rule), {
    status: 201,
    changes: [x.changeWorkspace({ faults: [...faults, rule] })],
  });
}

const forgotten = (x: Exchange, rules: readonly FaultRule[]) =>
  rules.filter(isCounted).map(({ id }) => ({ remove: faultCounts.key(x.workspace.space, id) }));

export function deleteFault(x: Exchange) {
  const { faults } = x.workspace;
  const gone = faults.filter(({ id }) => id === x.params.fault);
  if (gone.length === 0) throw new Fault('not_found', 'this workspace has no such fault rule');
  const kept = faults.filter((rule) => !gone.includes(rule));
  return empty({ changes: [x.changeWorkspace({ faults: kept }), ...forgotten(x, gone)] });
}

export function clearFaults(x: Exchange) {
  const { faults } = x.workspace;
  return empty({ changes: [x.changeWorkspace({ faults: [] }), ...forgotten(x, faults)] });
}
