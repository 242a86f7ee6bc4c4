import type { Contract, Operation } from '../../../contracts/_contract.ts';

type Scheme = 'workspaceKey' | 'basic' | 'bearer';

const schemes: Readonly<Record<Scheme, Record<string, string>>> = {
  workspaceKey: {
    type: 'http',
    scheme: 'bearer',
    description:
      'Khóa của không gian làm việc; không gian default trên máy của bạn không cần. / The key of the workspace; the workspace default on your own machine needs none.',
  },
  basic: { type: 'http', scheme: 'basic' },
  bearer: { type: 'http', scheme: 'bearer' },
};

/** The `Authorization` headers that an operation's examples send. */
const sent = ({ examples = [] }: Operation): string[] =>
  examples
    .flatMap(({ headers = {} }) => Object.entries(headers))
    .filter(([name]) => name.toLowerCase() === 'authorization')
    .map(([, value]) => value.split(' ', 1)[0]!.toLowerCase());

function schemesOf(operation: Operation): Scheme[] {
  if (operation.keyed) return ['workspaceKey'];
  return [...new Set(sent(operation))].filter((scheme) => scheme === 'basic' || scheme === 'bearer');
}

/** None of it is always needed: a workspace may have no key, and a client may say in the body who it is. */
export function securityOf(operation: Operation): Record<string, string[]>[] | undefined {
  const found = schemesOf(operation);
  return found.length > 0 ? [...found.map((scheme) => ({ [scheme]: [] })), {}] : undefined;
}

/** Those that a contract's operations know. */
export const securitySchemes = ({ operations }: Contract): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.values(operations)
      .flatMap(schemesOf)
      .map((name) => [name, schemes[name]]),
  );
