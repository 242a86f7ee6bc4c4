import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../contracts/_contract.ts';
import insurance from '../contracts/insurance.ts';
import { openApiOf } from '../functions/_kit/openapi/emit.ts';
import { services } from '../functions/index.ts';
import { before, filledCall } from '../test/contract/kit/examples.ts';
import type { Question } from './ask.ts';
import { freePort, startNode, stop, temporaryFolder } from './machine.ts';
import type { Measured } from './rounds.ts';
import { lastWords, SERVER_CORE, startHopCat } from './servers.ts';

/** One call, asked again and again. */
export interface LookUp {
  url: string;
  question: Question;
  /** What every answer holds. */
  shows: string;
}

/** The match that a registration at the national portal needs: number, insurance number, name, birth date. */
const NAME = 'match';
const operation: Operation = insurance.operations[NAME];
const prism = join(import.meta.dirname, '../node_modules/@stoplight/prism-cli/dist/index.js');

/** The plainest call that succeeds, with a token of this sandbox. */
async function questionFor(origin: string): Promise<{ path: string; question: Question }> {
  const to = (base: string) => (path: string, init?: RequestInit) => fetch(base + path, init);
  const ws = {
    id: 'default',
    origin,
    issuer: `${origin}/default/vneid`,
    fetch: (url: string, init?: RequestInit) => fetch(url, init),
    control: to(`${origin}/default/control`),
    phone: to(`${origin}/default/phone`),
    configure: async () => {},
  };
  const example = operation.examples?.[0];
  if (!example) throw new Error(`${NAME} has no example`);
  const { path, ...question } = filledCall(
    ws,
    insurance,
    operation,
    example,
    await before(ws, insurance, example),
  );
  return { path, question };
}

export async function startOurs(): Promise<Measured<LookUp>> {
  const { target, ...server } = await startHopCat();
  const origin = new URL(target.issuer).origin;
  const { path, question } = await questionFor(origin);
  return {
    ...server,
    target: { url: `${origin}/default/insurance${path}`, question, shows: '"khop":true' },
  };
}

/** Our own document, for the mock to play. */
async function documentFile(): Promise<string> {
  const service = services.find(({ contract }) => contract.name === 'insurance')!;
  const file = join(temporaryFolder(), 'insurance.openapi.json');
  writeFileSync(file, JSON.stringify(await openApiOf(service)));
  return file;
}

/** A mock is ready when it answers the question itself. */
async function answers({ url, question }: LookUp, patience = 30_000): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await fetch(url, question).catch(() => undefined);
    if (answer?.status === 200) return;
    if (performance.now() > end) throw new Error(`prism: ${answer?.status} ${await answer?.text()}`);
  }
}

/** The same operation, mocked from our own OpenAPI document, for the same question. */
export async function startPrism({ target }: Measured<LookUp>): Promise<Measured<LookUp>> {
  const port = await freePort();
  const args = [prism, 'mock', await documentFile(), '--port', `${port}`, '--verboseLevel', 'silent'];
  const child = startNode(SERVER_CORE, args, ['ignore', 'ignore', 'pipe']);
  const path = new URL(target.url).pathname.replace('/default/insurance', '');
  const same = { ...target, url: `http://127.0.0.1:${port}${path}`, shows: '"maKetQua"' };
  const said = lastWords(child);
  await answers(same).catch(async (error) => {
    await stop(child);
    throw new Error(`${error.message}\n${said()}`);
  });
  return { name: 'prism', child, said, target: same };
}

/** Whether HopCat wrote what it should have written while it was measured. */
export async function lookUpsAreInJournal({ target }: Measured<LookUp>): Promise<boolean> {
  const answer = await fetch(new URL('/default/control/journal?limit=1&order=desc', target.url));
  return answer.ok && (await answer.text()).includes(`"${NAME}"`);
}
