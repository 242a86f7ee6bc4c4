import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { messagesOf } from './kit/phone.ts';
import { jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
});

const ask = async (from: string, text: string) => {
  const answer = await ws.fetch(`${ws.origin}/${ws.id}/telecom/1414`, jsonBody({ from, text }));
  return { status: answer.status, body: await answer.json() };
};

const reply = async (person: string): Promise<string> => {
  const [newest] = await messagesOf(ws, person);
  expect(newest?.from).toBe('1414');
  return newest?.text ?? '';
};

describe('1414', () => {
  test.each(['TTTB 099090000001', 'tttb 0990 9000 0001', 'TTTB', ' tttb '])(
    'answers “%s”, free of charge',
    async (text) => {
      expect(await ask('0950000101', text)).toEqual({
        status: 202,
        body: { result: 'answered', charged: 0 },
      });
      const told = await reply('an');
      for (const part of ['[Viettel]', 'Nguyễn Văn An', '15/05/1990', 'CCCD 099******001', '0950000101'])
        expect(told).toContain(part);
      expect(told).not.toContain('099090000001');
    },
  );

  test('lists what stands under the paper with the carrier of the SIM: a son’s SIM too', async () => {
    await ask('0950000102', 'TTTB 099192000002');
    expect(await reply('mai')).toContain('0950000102, 0950000104.');
  });

  test('lists nothing of another carrier', async () => {
    await ask('0950000223', 'TTTB 099089000023');
    const told = await reply('phuc');
    expect(told).toContain('[MobiFone]');
    expect(told).toContain('0950000223.');
    expect(told).not.toContain('0950000123');
  });

  test('answers about a ported number as its present carrier', async () => {
    await ask('0950000124', 'TTTB');
    expect(await reply('yen')).toContain('[Viettel]');
  });

  test('answers under the old card where the SIM stands under it', async () => {
    expect((await ask('0950000117', 'TTTB 099183000017')).body.result).toBe('paper_does_not_match');
    expect((await ask('0950000117', 'TTTB 990000017')).body.result).toBe('answered');
    expect(await reply('loan')).toContain('CMND 9 số 990***017');
  });

  test.each([
    ['somebody else’s paper', '0950000101', 'TTTB 099192000002', 'paper_does_not_match', 'an'],
    [
      'one’s own paper, when the SIM is the wife’s',
      '0950000118',
      'TTTB 099091000018',
      'paper_does_not_match',
      'duc',
    ],
    ['a SIM that was not normalised', '0950000120', 'TTTB 099099000020', 'no_data', 'quan'],
    ['a paper of the wrong length', '0950000101', 'TTTB 12345', 'unknown_syntax', 'an'],
    ['any other text', '0950000101', 'Xin chào', 'unknown_syntax', 'an'],
  ])('tells nothing about %s', async (_, from, text, result, person) => {
    expect((await ask(from, text)).body).toEqual({ result, charged: 0 });
    const told = await reply(person);
    expect(told).not.toMatch(/Họ tên|Name:|Trần Thị Mai/);
    expect(told).toContain('\n');
  });

  test.each([
    ['a number of nobody', '0950000999', 404, 'identifier_not_found'],
    ['a suspended SIM', '0950000119', 403, 'sim_blocked'],
    ['a cancelled SIM', '0950000121', 403, 'sim_blocked'],
  ])('refuses %s', async (_, from, status, code) => {
    expect(await ask(from, 'TTTB')).toMatchObject({ status, body: { code } });
  });
});
