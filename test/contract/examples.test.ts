import { beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '../../contracts/index.ts';
import type { OpenApi } from '../../functions/_kit/openapi/emit.ts';
import { recipesOf } from '../../functions/_kit/openapi/recipes.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { runExample } from './kit/examples.ts';
import { AnswerJudge } from './kit/openapi.ts';

const told = contracts.filter((contract) => recipesOf(contract).length > 0);

describe.each(told.map((contract) => ({ system: contract.name, contract })))(
  '$system',
  ({ system, contract }) => {
    let ws: TestWorkspace;
    let judge: AnswerJudge;

    beforeAll(async () => {
      ws = await openWorkspace();
      const answer = await ws.fetch(`${ws.origin}/${ws.id}/${system}/openapi.json`);
      judge = new AnswerJudge((await answer.json()) as OpenApi);
    });

    test.each(recipesOf(contract).map((recipe) => ({ ...recipe, title: recipe.example.title.en })))(
      '$name: $title',
      async ({ operationName, operation, example }) => {
        const { call, answer } = await runExample(ws, contract, operation, example);
        const text = await answer.text();
        expect({ call, status: answer.status, text }).toEqual({ call, status: example.status, text });
        if (example.shows !== undefined) expect(text).toContain(example.shows);
        const [first] = [operation.method].flat();
        const id = operationName + (call.method === first ? '' : `By${call.method}`);
        const type = answer.headers.get('content-type');
        expect({ text, wrong: judge.complaints(id, answer.status, type, text) }).toEqual({ text, wrong: [] });
      },
    );
  },
);
