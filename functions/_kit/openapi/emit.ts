import type { Contract, Method, Operation } from '../../../contracts/_contract.ts';
import { canFail, failuresOf } from '../../../contracts/_failures.ts';
import { responsesOf } from './answers.ts';
import { requestBodyOf } from './bodies.ts';
import { certainties } from './certainty.ts';
import type { OpenApi, OperationObject } from './document.ts';
import { audienceOf, audiences } from './groups.ts';
import { parametersOf } from './parameters.ts';
import { type Described, refusalsOf } from './refusals.ts';
import { securityOf, securitySchemes } from './security.ts';
import { shareComponents } from './share.ts';

export type { OpenApi } from './document.ts';
export type { Described } from './refusals.ts';

/** Of the documents: what package.json says. */
export const VERSION = '0.1.0';

function descriptionOf({ title, fidelity, note }: Operation): string {
  const { name, means } = certainties[fidelity];
  return [
    `**${title.vi}** / **${title.en}**`,
    note && `${note.vi}. / ${note.en}.`,
    `Độ tin cậy / Fidelity: \`${fidelity}\` (${name.vi} / ${name.en}). ${means.vi}. / ${means.en}.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function failuresIn({ contract }: Described, operation: Operation) {
  if (!canFail(contract)) return {};
  const failures = Object.entries(failuresOf(operation)).map(([name, { title }]) => [name, title]);
  return { 'x-hopcat-failures': Object.fromEntries(failures) };
}

async function operationOf(
  described: Described,
  name: string,
  operation: Operation,
  method: Method,
): Promise<OperationObject> {
  const takesBody = method !== 'GET' && method !== 'DELETE';
  const [first] = [operation.method].flat();
  const parameters = parametersOf(operation, takesBody);
  const requestBody = takesBody ? requestBodyOf(operation) : undefined;
  const security = securityOf(operation);
  return {
    operationId: method === first ? name : `${name}By${method}`,
    tags: [audienceOf(operation)],
    summary: operation.title.vi,
    description: descriptionOf(operation),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: responsesOf(operation, await refusalsOf(described, name, operation)),
    ...(security && { security }),
    'x-hopcat-fidelity': operation.fidelity,
    ...(operation.note && { 'x-hopcat-note': operation.note }),
    ...failuresIn(described, operation),
  };
}

async function pathsOf(described: Described): Promise<OpenApi['paths']> {
  const paths: OpenApi['paths'] = {};
  for (const [name, operation] of Object.entries<Operation>(described.contract.operations)) {
    const path = operation.path.replace(/:(\w+)(\{\.\+\})?/g, '{$1}');
    for (const method of [operation.method].flat() as Method[]) {
      const found = await operationOf(described, name, operation, method);
      paths[path] = { ...paths[path], [method.toLowerCase()]: found };
    }
  }
  return paths;
}

const origin = { default: 'http://localhost:4100' };

/** Where any sandbox answers, for a document that belongs to none. */
const anywhere = ({ name, root }: Contract) =>
  root
    ? { url: '{origin}', variables: { origin } }
    : { url: `{origin}/{workspace}/${name}`, variables: { origin, workspace: { default: 'default' } } };

/**
 * A system's contract as OpenAPI 3.1. `base` is where the system answers, without a slash at the end; without it
 * the document has variables for sandbox and workspace. Everything but the names of `x-hopcat-` fields is standard:
 * `x-hopcat-fidelity` and `x-hopcat-note` (how well the wire is known), `x-hopcat-failures` (what can be asked for
 * in the header `x-hopcat-fault`), `x-hopcat-faults` (codes of the refusals of a status), `x-hopcat-parts`.
 */
export async function openApiOf(described: Described, base?: string): Promise<OpenApi> {
  const { contract } = described;
  const { title, parts } = contract;
  const document: OpenApi = {
    openapi: '3.1.1',
    info: {
      title: `HopCat: ${title.vi} / ${title.en}`,
      version: VERSION,
      description: `${title.vi}, trong hộp cát HopCat. / ${title.en}, in the HopCat sandbox.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [base === undefined ? anywhere(contract) : { url: base }],
    security: [],
    tags: audiences(contract),
    paths: await pathsOf(described),
    components: { schemas: {}, responses: {}, securitySchemes: securitySchemes(contract) },
    ...(parts && { 'x-hopcat-parts': parts }),
  };
  shareComponents(document);
  return document;
}
