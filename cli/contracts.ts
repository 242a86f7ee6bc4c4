import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArgsDef, defineCommand } from 'citty';
import { openApiOf } from '../functions/_kit/openapi/emit.ts';
import { recipeFile, recipesOf } from '../functions/_kit/openapi/recipes.ts';
import { services } from '../functions/index.ts';
import { explain } from './explain.ts';

const FOLDER = 'hopcat-contracts';
const ORIGIN = 'http://localhost:4100';

const args = {
  system: { type: 'positional', required: false, description: 'Một hệ thống / One system, such as vneid' },
  out: { type: 'string', valueHint: FOLDER, description: 'Thư mục đích / Folder to write to' },
  origin: {
    type: 'string',
    valueHint: ORIGIN,
    description: 'Địa chỉ của hộp cát trong các .http / Where the sandbox of the recipes is',
  },
} satisfies ArgsDef;

type Service = (typeof services)[number];

function chosen(system: string | undefined): readonly Service[] {
  const found = services.filter(({ contract }) => system === undefined || contract.name === system);
  if (found.length > 0) return found;
  const names = services.map(({ contract }) => contract.name).join(', ');
  throw new Error(`Không có hệ thống '${system}'. / There is no system '${system}'. (${names})`);
}

/** The files of one system, by name. */
async function filesOf(service: Service, origin: string): Promise<[string, string][]> {
  const { contract } = service;
  const document = `${JSON.stringify(await openApiOf(service), null, 2)}\n`;
  const base = contract.root ? origin : `${origin}/default/${contract.name}`;
  return [
    [`${contract.name}.openapi.json`, document],
    ...(recipesOf(contract).length > 0
      ? [[`${contract.name}.http`, recipeFile(contract, base)] as [string, string]]
      : []),
  ];
}

export const contracts = defineCommand({
  meta: {
    name: 'contracts',
    description:
      'Ghi đặc tả API (OpenAPI 3.1) và lệnh mẫu (.http) / Write contracts (OpenAPI 3.1) and recipes (.http)',
  },
  args,
  async run({ args: { system, out = FOLDER, origin = ORIGIN } }) {
    try {
      const files = await Promise.all(chosen(system).map((service) => filesOf(service, origin)));
      await mkdir(out, { recursive: true });
      for (const [name, text] of files.flat()) {
        await writeFile(join(out, name), text);
        process.stdout.write(`${join(out, name)}\n`);
      }
    } catch (error) {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    }
  },
});
