import { beforeAll, expect, test } from 'vitest';
import { cardCodes } from '../../contracts/_insurance-codes.ts';
import { checkResult as accountResult } from '../../contracts/_post/data.ts';
import { checkResult as subscriberResult } from '../../contracts/_telecom/data.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';

interface Listed {
  system: string;
  operation: string;
  person: string;
  personalNumber: string;
  shows?: string;
}

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openWorkspace();
});

const below = (path: string) => ws.fetch(`${ws.origin}/${ws.id}/people${path}`);

async function outcomes(query = ''): Promise<Listed[]> {
  return (await (await below(`/api/outcomes${query}`)).json()).outcomes;
}

test('each register has people who make things happen', async () => {
  const systems = new Set((await outcomes()).map(({ system }) => system));
  expect([...systems]).toEqual(expect.arrayContaining(['population', 'insurance', 'telecom', 'post']));
});

/** What a request makes, whoever it is about: a wrong number, province, benefit code or officer. */
const madeByRequest = ['051', '052', '053', '054', '055', '205', '401'];
const madeByFailure = ['100', '101', '500'];

test.each([
  ['telecom', 'check', subscriberResult.unwrap().options.filter((result) => result !== 'mismatch')],
  ['post', 'check', accountResult.unwrap().options.filter((result) => result !== 'mismatch')],
  [
    'insurance',
    'check2024',
    Object.keys(cardCodes).filter((code) => ![...madeByRequest, ...madeByFailure].includes(code)),
  ],
])('every result of %s %s that lies in a person has one', async (system, operation, results) => {
  const listed = await outcomes(`?system=${system}&operation=${operation}`);
  const without = results.filter((result) => !listed.some(({ shows }) => shows?.includes(`"${result}"`)));
  expect(without).toEqual([]);
});

test('one can ask for one person, and for a system that there is not', async () => {
  const loan = await outcomes('?person=loan&system=telecom');
  expect(loan).toEqual([
    expect.objectContaining({ person: 'loan', personalNumber: '099183000017', operation: 'check' }),
  ]);
  expect(await outcomes('?system=nothing')).toEqual([]);
  expect((await below('/api/outcomes?what=1')).status).toBe(400);
});

test('the page shows them to a person, with everybody and their reasons', async () => {
  const answer = await below('/');
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  const text = await answer.text();
  for (const said of [
    'Đinh Thị Loan',
    'SIM còn đứng tên theo CMND cũ',
    'Still registered under the old card',
  ]) {
    expect(text).toContain(said);
  }
});

test('the page folds each system and everybody away, and opens the one system that was asked for', async () => {
  const foldsOf = async (path: string) => {
    const folds = (await (await below(path)).text()).match(/<details class="group"[^>]*>/g) ?? [];
    return { folds: folds.length, open: folds.filter((fold) => fold.includes(' open')).length };
  };
  const systems = new Set((await outcomes()).map(({ system }) => system));
  expect(await foldsOf('/')).toEqual({ folds: systems.size + 1, open: 0 });
  expect(await foldsOf('/?system=insurance')).toEqual({ folds: 2, open: 1 });
});
