import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contract, Example, Operation } from '../../contracts/_contract.ts';
import { contracts } from '../../contracts/index.ts';
import type { OpenApi } from '../../functions/_kit/openapi/emit.ts';
import { before, filledCall, onItsDay, sendCall, type Variables } from '../contract/kit/examples.ts';
import { AnswerJudge } from '../contract/kit/openapi.ts';
import { inProcess } from '../targets/in-process.ts';
import type { Target, TestWorkspace } from '../targets/target.ts';
import { spoils } from './calls.ts';

/** Requests to each system, shared out among its operations. */
const REQUESTS = 20_000;
/** With so many, a workspace that is thrown away keeps the journal small. */
const PER_WORKSPACE = 500;

let target: Target;
beforeAll(async () => {
  target = await inProcess();
});
afterAll(() => target.stop());

/** SOAP over HTTP tells by a 500 what is no break: 1.1 as Client, 1.2 as Sender, ETSI by any status but 900. */
const callersFault =
  /<faultcode>[^<]*(Client|VersionMismatch|MustUnderstand)|<soap:Value>soap:(Sender|VersionMismatch|MustUnderstand)<|>mss:_(?!900)\d{3}</;

/**
 * Operations that take long by their nature get few requests: new RSA keys, a whole workspace written anew, a call
 * that waits for the signer where chance has made it a synchronous one.
 */
const slow: Readonly<Record<string, number>> = {
  'control.rotateKeys': 20,
  'control.importWorkspace': 200,
  'mysign.signHash': 1000,
};

const nameless: Example = { title: { vi: '', en: '' }, params: {}, status: 0 };

function examplesOf({ path, examples = [] }: Operation): readonly Example[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  return [...examples, { ...nameless, params: Object.fromEntries(names.map((name) => [name, 'an'])) }];
}

async function judgeOf(ws: TestWorkspace, { name }: Contract): Promise<AnswerJudge> {
  const answer = await ws.fetch(`${ws.origin}/${ws.id}/${name}/openapi.json`);
  return new AnswerJudge((await answer.json()) as OpenApi);
}

/** Long polls would wait for their time. */
const impatient = (path: string): string => path.replace(/([?&])wait=[^&]*/g, '$1wait=0');

/** Where a path leads to, when `..` has been followed. */
const placeOf = ({ origin, id }: TestWorkspace, { name }: Contract, path: string): string =>
  new URL(`${origin}/${id}/${name}${path}`).pathname;

async function fuzz(contract: Contract, name: string, operation: Operation, requests: number): Promise<void> {
  const all = examplesOf(operation);
  for (let done = 0; done < requests; done += PER_WORKSPACE) {
    const ws = await target.openWorkspace({ autopilot: { person: 'an' } });
    const judge = await judgeOf(ws, contract);
    const taken: Variables[] = [];
    for (const example of all) taken.push(await before(ws, contract, example));
    await onItsDay(ws, contract, all[0]!);
    const call = fc.tuple(fc.nat(all.length - 1), spoils);
    await fc.assert(
      fc.asyncProperty(call, async ([which, spoil]) => {
        const good = filledCall(ws, contract, operation, all[which]!, taken[which]!);
        const bad = spoil(good);
        const sent = { ...bad, path: impatient(bad.path) };
        const answer = await sendCall(ws, contract, operation, sent);
        const text = await answer.text();
        const [first] = [operation.method].flat();
        const id = name + (sent.method === first ? '' : `By${sent.method}`);
        const elsewhere = placeOf(ws, contract, sent.path) !== placeOf(ws, contract, good.path);
        const wrong = elsewhere
          ? []
          : judge.complaints(id, answer.status, answer.headers.get('content-type'), text);
        if (answer.status >= 500 && !callersFault.test(text)) wrong.push('it broke');
        if (wrong.length > 0)
          expect.fail(JSON.stringify({ sent, status: answer.status, text, wrong }, null, 2));
      }),
      { numRuns: Math.min(PER_WORKSPACE, requests - done) },
    );
  }
}

const fuzzed = contracts.filter(({ root }) => !root);

describe.each(fuzzed.map((contract) => ({ system: contract.name, contract })))('$system', ({ contract }) => {
  const operations = Object.entries(contract.operations);
  const share = Math.ceil(REQUESTS / operations.length);

  test.each(operations)(
    '%s answers within its contract, and never breaks',
    { timeout: 300_000 },
    (name, operation) => fuzz(contract, name, operation, slow[`${contract.name}.${name}`] ?? share),
  );
});
