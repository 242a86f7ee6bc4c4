import type { Import } from './imports.ts';

/** Who may import whom, by path from the repository's root. The first rule whose `from` fits a file is its rule. */
export interface Rule {
  name: string;
  from: RegExp;
  /** Of the repository's own files. */
  to: RegExp;
  /** Only their types. */
  types?: RegExp;
  /** Of packages and of Node. Default: any. */
  packages?: RegExp;
}

const none = /^$/;

/** A system's own folder, as a path. */
const own = (from: string): string | undefined => /^functions\/[a-z]\w*\//.exec(from)?.[0];

export const rules: readonly Rule[] = [
  { name: 'a test or sample may see everything', from: /^(test|bench|cli)\/|\.test\.ts$/, to: /./ },
  { name: 'contracts: zod and nothing else', from: /^contracts\//, to: /^contracts\//, packages: /^zod$/ },
  { name: 'people: data and pure functions', from: /^people\//, to: /^(people|contracts)\//, packages: none },
  {
    name: 'the registry joins contracts with services',
    from: /^functions\/index\.ts$/,
    to: /^functions\/([a-z]\w*\/service|_kit\/implement)\.ts$/,
    packages: none,
  },
  {
    name: 'the Lambda front knows the kit and the cast',
    from: /^functions\/_kit\/lambda[\w-]*\.ts$/,
    to: /^(contracts\/|functions\/_kit\/|people\/)/,
  },
  {
    name: 'the kit knows contracts, and people as types',
    from: /^functions\/_kit\//,
    to: /^(contracts\/|functions\/_kit\/)/,
    types: /^people\//,
  },
  {
    name: 'the cleaning is pure: contracts, and functions over people, never the cast',
    from: /^functions\/_cleaning\//,
    to: /^(contracts\/|functions\/_cleaning\/|people\/(directory|fold)\.ts)/,
    packages: /^node:buffer$/,
  },
  {
    name: 'what portals share stands on the engines, and on it only portals',
    from: /^functions\/(_portal|portal|bocongan)\/(?!handler\.ts)/,
    to: /^(contracts\/|functions\/_\w+\/|people\/units\.ts)/,
  },
  {
    name: 'the engines know contracts and the kit',
    from: /^functions\/_/,
    to: /^(contracts|functions\/_(?!portal\/)\w+)\//,
  },
  {
    name: 'a domain is pure: types, faults, its own pure files',
    from: /^functions\/[a-z]\w*\/domain\.ts$/,
    to: /^(contracts\/|functions\/_kit\/(fault|clock|answer)\.ts)/,
    types: /^(functions\/_|people\/)/,
    packages: none,
  },
  {
    name: 'a handler knows its own service and the Lambda adapter',
    from: /^functions\/[a-z]\w*\/handler\.ts$/,
    to: /^functions\/_kit\/lambda\.ts$/,
    packages: none,
  },
  {
    name: 'a system knows its folder, contracts, the kit, the engines, and functions over people, never the cast',
    from: /^functions\/[a-z]/,
    to: /^(contracts\/|functions\/_(?!portal\/)\w+\/|people\/(directory|patch|fold|units)\.ts)/,
  },
  { name: 'the fronts know what they show', from: /^mocks\//, to: /^(mocks|functions|contracts|people)\// },
  {
    name: 'the stack knows paths to functions, never the functions',
    from: /^infra\//,
    to: /^(infra|contracts)\//,
  },
];

/** Why an import is not allowed; undefined: it is. */
export function objection({ from, to, typeOnly }: Import): string | undefined {
  const rule = rules.find((each) => each.from.test(from));
  if (!rule) return `${from}: no rule says what this file may import`;
  const inHouse = /^(contracts|functions|people|mocks|infra|cli|test|bench)\//.test(to);
  const folder = own(from);
  const fine = inHouse
    ? rule.to.test(to) ||
      (folder !== undefined && to.startsWith(folder)) ||
      (typeOnly && rule.types?.test(to) === true)
    : !rule.packages || rule.packages.test(to) || typeOnly;
  return fine ? undefined : `${from} imports ${to}, but ${rule.name}`;
}
