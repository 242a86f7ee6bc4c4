import { beforeEach, describe, expect, test } from 'vitest';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});

const body = (value: unknown, method = 'POST'): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

async function rule(wanted: object): Promise<{ id: string }> {
  const answer = await workspace.control('/faults', body(wanted));
  expect(answer.status).toBe(201);
  return answer.json();
}

const discovery = (headers: Record<string, string> = {}) =>
  workspace.fetch('/.well-known/openid-configuration', { headers });

const statuses = async (calls: number): Promise<number[]> => {
  const found: number[] = [];
  for (let call = 0; call < calls; call++) found.push((await discovery()).status);
  return found;
};

describe('asked for by header', () => {
  test('a system that is down says so and how long to wait', async () => {
    const answer = await discovery({ 'x-hopcat-fault': 'down' });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect((await discovery()).status).toBe(200);
  });

  test('where OAuth words it, it is 503 too, and says that it is for a time', async () => {
    const headers = { 'x-hopcat-fault': 'down', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await workspace.fetch('/token', { method: 'POST', headers, body: 'grant_type=x' });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: 'temporarily_unavailable' });
  });

  test('a malformed answer is cut short, and no JSON any more', async () => {
    const whole = await (await discovery()).text();
    const answer = await discovery({ 'x-hopcat-fault': 'malformed' });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(whole.startsWith(text)).toBe(true);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  test('a slow answer is the right one, later', async () => {
    const before = performance.now();
    const answer = await discovery({ 'x-hopcat-fault': 'slow; delay=400' });
    expect(answer.status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(390);
  });

  test('a failure that the operation does not know is refused, naming those that it knows', async () => {
    for (const wish of ['broken', 'slow; delay=99999', '', 'DOWN']) {
      const answer = await discovery({ 'x-hopcat-fault': wish });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('down, slow, cut, malformed');
    }
  });

  test('the journal tells what was made to go wrong, and by what', async () => {
    await discovery({ 'x-hopcat-fault': 'down' });
    const { entries } = await (await workspace.control('/journal?operation=discovery')).json();
    expect(entries.at(-1)).toMatchObject({
      failure: { name: 'down', by: 'header' },
      response: { status: 503 },
      fault: { code: 'unavailable' },
    });
  });
});

describe('asked to hang up', () => {
  needs('hanging up');

  const read = async (headers?: Record<string, string>) => (await discovery(headers)).text();

  test('the answer cannot be read to its end, and the next one can', async () => {
    for (let call = 0; call < 3; call++) {
      await expect(read({ 'x-hopcat-fault': 'cut' })).rejects.toThrow();
      expect(JSON.parse(await read())).toHaveProperty('issuer');
    }
  });
});

describe('asked for by rule', () => {
  test('every call fails until the rule is taken away', async () => {
    const { id } = await rule({ failure: 'down', system: 'vneid', operation: 'discovery' });
    expect(await statuses(3)).toEqual([503, 503, 503]);
    expect((await workspace.control(`/faults/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await statuses(2)).toEqual([200, 200]);
  });

  test('once only, or for the third and fourth call', async () => {
    await rule({ failure: 'down', system: 'vneid', times: 1 });
    expect(await statuses(3)).toEqual([503, 200, 200]);
    await workspace.control('/faults', { method: 'DELETE' });
    const { id } = await rule({ failure: 'down', system: 'vneid', nth: 3, times: 2 });
    expect(await statuses(6)).toEqual([200, 200, 503, 503, 200, 200]);
    const { rules } = await (await workspace.control('/faults')).json();
    expect(rules).toMatchObject([{ id, fitted: 4, spent: true }]);
  });

  test('rules fire one after the other, as a queue', async () => {
    await rule({ failure: 'down', system: 'vneid', times: 1 });
    await rule({ failure: 'malformed', system: 'vneid', times: 1 });
    expect((await discovery()).status).toBe(503);
    const second = await (await discovery()).text();
    expect(() => JSON.parse(second)).toThrow(SyntaxError);
    expect((await discovery()).status).toBe(200);
  });

  test('of twenty parallel callers exactly as many fail as the rule says', async () => {
    await rule({ failure: 'down', system: 'vneid', operation: 'discovery', nth: 3, times: 5 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => discovery()));
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(15);
  });

  test('only the calls of the client and about the person that it names', async () => {
    await workspace.configure({ autopilot: { person: 'an' } });
    const authorize = (client: string) =>
      workspace.fetch(
        `/auth?${new URLSearchParams({
          client_id: client,
          redirect_uri: 'http://localhost/callback',
          response_type: 'code',
          scope: 'openid',
          state: 'x',
        })}`,
      );
    await rule({ failure: 'down', system: 'vneid', operation: 'authorize', person: 'mai' });
    expect((await authorize('demo-portal')).status).toBe(302);
    await workspace.configure({ autopilot: { person: 'mai' } });
    expect((await authorize('demo-portal')).status).toBe(503);
    await workspace.control('/faults', { method: 'DELETE' });
    await rule({ failure: 'down', client: 'somebody-else' });
    expect((await authorize('demo-portal')).status).toBe(302);
  });

  test('a call that is refused anyway is not counted, nor said to have failed', async () => {
    await rule({ failure: 'empty', system: 'telecom', operation: 'shortCode', times: 1 });
    const send = async (from: string) => {
      const url = `${workspace.origin}/${workspace.id}/telecom/1414`;
      return (await workspace.fetch(url, body({ from, text: 'TTTB' }))).json();
    };
    expect(await send('0910000000')).toMatchObject({ code: 'identifier_not_found' });
    const { entries } = await (await workspace.control('/journal?operation=shortCode')).json();
    expect(entries[0].failure).toBeUndefined();
    expect(await send('0950000101')).toMatchObject({ result: 'no_data' });
    expect(await send('0950000101')).toMatchObject({ result: 'answered' });
  });

  test('what fails has changed nothing', async () => {
    await rule({ failure: 'down', system: 'phone', operation: 'receive', times: 1 });
    const send = () => workspace.phone('/an/api/messages', body({ from: 'Ngân hàng', text: 'Xin chào' }));
    expect((await send()).status).toBe(503);
    const { messages } = await (await workspace.phone('/an/api/messages')).json();
    expect(messages).toEqual([]);
    expect((await send()).status).toBe(201);
  });

  test.each([
    [{ failure: 'melts' }, 'failure', 'cut'],
    [{ failure: 'down', system: 'moon' }, 'system', 'vneid'],
    [{ failure: 'down', system: 'vneid', operation: 'fly' }, 'operation', 'discovery'],
    [{ failure: 'down', operation: 'discovery' }, 'system', 'system'],
    [{ failure: 'down', person: 'nobody' }, 'person', 'nobody'],
    [{ failure: 'down', nth: 0 }, 'nth', ''],
    [{ failure: 'down', sometimes: true }, 'sometimes', ''],
  ])('%j is refused, saying what there is', async (wanted, path, mention) => {
    const answer = await workspace.control('/faults', body(wanted));
    expect(answer.status).toBe(400);
    const { errors } = await answer.json();
    expect(errors).toEqual([expect.objectContaining({ path, message: expect.stringContaining(mention) })]);
  });

  test('a reset takes the rules away, and an import brings them back', async () => {
    await rule({ failure: 'down', system: 'vneid', operation: 'discovery' });
    const file = await (await workspace.control('/export?without=journal')).text();
    await workspace.control('/reset', { method: 'POST' });
    expect((await discovery()).status).toBe(200);
    const headers = { 'content-type': 'application/json' };
    expect((await workspace.control('/import', { method: 'POST', headers, body: file })).status).toBe(204);
    expect((await discovery()).status).toBe(503);
  });

  test('the control API itself never fails, so that what fails can be mended', async () => {
    await rule({ failure: 'down' });
    const headers = { 'x-hopcat-fault': 'down' };
    expect((await workspace.control('/settings', { headers })).status).toBe(200);
  });
});

describe('asked for by a person', () => {
  test('whoever was made to fail does, and nobody else', async () => {
    const fails = [{ system: 'phone', operation: 'receive', failure: 'down' }];
    expect((await workspace.control('/people/mai', body({ fails }, 'PATCH'))).status).toBe(200);
    const send = (slug: string) =>
      workspace.phone(`/${slug}/api/messages`, body({ from: 'Ngân hàng', text: 'Xin chào' }));
    expect((await send('mai')).status).toBe(503);
    expect((await send('an')).status).toBe(201);
  });
});
