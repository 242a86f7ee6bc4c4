import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { messagesOf } from './kit/phone.ts';
import { BEFORE, fault, mai, register } from './kit/registration.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
  await ws.configure({ calendar: BEFORE });
});

const ways = {
  telecom: { method: 'mobile', ...mai },
  insurance: { method: 'insurance', insurance: '9900000002', ...mai },
  post: {
    method: 'post',
    account: '0950000159',
    number: '099083000059',
    name: 'Hồ Anh Tuấn',
    birth: '1983-10-21',
  },
} as const;

type Row = readonly [
  system: keyof typeof ways | 'population',
  operation: string,
  failures: readonly string[],
];

const everywhere = ['down', 'cut', 'malformed', 'expired-credential'] as const;

/** Each wire of the portal, and all the ways in which it can give no answer that can be used. */
const wires: readonly Row[] = [
  ['telecom', 'token', everywhere],
  ['telecom', 'check', [...everywhere, 'quota']],
  ['insurance', 'token', [...everywhere, 'quota', 'server-error']],
  ['insurance', 'match', [...everywhere, 'quota', 'server-error']],
  ['post', 'token', everywhere],
  ['post', 'check', [...everywhere, 'quota']],
  ['population', 'lookup', [...everywhere, 'quota', 'empty', 'wrong-person']],
];

const cases = wires.flatMap(([system, operation, failures]) =>
  failures.map((failure) => [system, operation, failure] as const),
);

describe('a register that gives no usable answer', () => {
  test.each(cases)('%s.%s %s is never taken for a mismatch', async (system, operation, failure) => {
    await fault(ws, { system, operation, failure });
    const way = system === 'population' ? ways.telecom : ways[system];
    const told = await register(ws, way);
    expect(told).toMatchObject({ status: 503, body: { code: 'register_unavailable' } });
    expect(told.body.errors).toMatchObject([{ path: system }]);
    expect(await messagesOf(ws, 'mai')).toEqual([]);
  });

  test('is asked anew at the next try', async () => {
    await fault(ws, { system: 'telecom', operation: 'check', failure: 'down', times: 1 });
    expect(await register(ws, ways.telecom)).toMatchObject({ status: 503 });
    expect(await register(ws, ways.telecom)).toMatchObject({ status: 201 });
  });

  test('that is late by less than the portal’s patience is waited for', async () => {
    await fault(ws, { system: 'telecom', operation: 'check', failure: 'slow', delayMs: 50 });
    expect(await register(ws, ways.telecom)).toMatchObject({ status: 201 });
  });
});

describe('a register that answers wrongly is believed, as it would be', () => {
  test.each([
    ['telecom', 'check', 'empty', 'sim_not_registered'],
    ['telecom', 'check', 'stale-data', 'sim_under_cmnd'],
    ['telecom', 'check', 'wrong-person', 'sim_other_owner'],
    ['insurance', 'match', 'empty', 'insurance_does_not_match'],
    ['insurance', 'match', 'wrong-person', 'insurance_does_not_match'],
    ['post', 'check', 'empty', 'post_no_account'],
    ['post', 'check', 'stale-data', 'post_does_not_match'],
    ['post', 'check', 'wrong-person', 'post_does_not_match'],
  ] as const)('%s.%s %s: %s', async (system, operation, failure, code) => {
    await fault(ws, { system, operation, failure });
    expect(await register(ws, ways[system])).toMatchObject({ status: 422, body: { code } });
  });
});

test('the registers are asked over their own wires, as the journal tells, by the portal’s own name', async () => {
  await register(ws, ways.telecom);
  const { entries } = (await (await ws.control('/journal?limit=100')).json()) as {
    entries: { system: string; operation: string; client?: string; person?: string }[];
  };
  const told = entries
    .filter(({ system }) => ['telecom', 'population', 'phone', 'dvcqg'].includes(system))
    .map(({ system, operation, client, person }) => [
      `${system}.${operation}`,
      client ?? null,
      person ?? null,
    ]);
  expect(told.toSorted()).toEqual(
    [
      ['telecom.token', 'dvcqg', null],
      ['telecom.check', 'dvcqg', 'mai'],
      ['population.lookup', 'dvcqg', 'mai'],
      ['telecom.token', 'dvcqg', null],
      ['telecom.send', 'dvcqg', 'mai'],
      ['phone.receive', null, 'mai'],
      ['telecom.delivery', 'dvcqg', null],
      ['dvcqg.register', null, 'mai'],
    ].toSorted(),
  );
});

test('the operation can be made to fail by itself, as it declares', async () => {
  for (const [failure, code] of [
    ['register-unavailable', 'register_unavailable'],
    ['sms-not-sent', 'sms_not_sent'],
  ]) {
    await fault(ws, { system: 'dvcqg', operation: 'register', person: 'mai', failure, times: 1 });
    expect(await register(ws, ways.telecom)).toMatchObject({ status: 503, body: { code } });
  }
});
