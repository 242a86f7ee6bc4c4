import type { Computed, Contract, Example, Operation } from '../../../contracts/_contract.ts';
import { callOf } from './call.ts';
import { titleOf } from './title.ts';

/** One example with the name that it has in a file of recipes. */
export interface Recipe {
  name: string;
  /** Its operation's name in the contract. */
  operationName: string;
  operation: Operation;
  example: Example;
}

const recipesOfOperation = ([operationName, operation]: [string, Operation]): Recipe[] =>
  (operation.examples ?? []).map((example, at) => ({
    name: at === 0 ? operationName : `${operationName}${at + 1}`,
    operationName,
    operation,
    example,
  }));

/** Every example of a contract; each one stands behind the one that must run before it. */
export function recipesOf({ operations }: Contract): Recipe[] {
  const all = Object.entries<Operation>(operations).flatMap(recipesOfOperation);
  const ordered = new Set<Recipe>();
  const add = (recipe: Recipe): void => {
    const before = all.find(({ name }) => name === recipe.example.after);
    if (before && !ordered.has(before)) add(before);
    ordered.add(recipe);
  };
  all.forEach(add);
  return [...ordered];
}

const literal = (text: string): string => JSON.stringify(text);

/** `a {{b}} c` as an expression that knows the variables of the request. */
function expression(text: string): string {
  const parts = text.split(/\{\{([^}]*)\}\}/);
  return parts.map((part, at) => (at % 2 ? variableOf(part) : literal(part))).join(' + ');
}

function variableOf(name: string): string {
  if (name === '$guid') return '$random.uuid';
  return name === '$timestamp' ? 'timestamp' : `request.variables.get(${literal(name)})`;
}

function compute(name: string, how: Computed): string[] {
  if ('text' in how) return [`client.global.set(${literal(name)}, ${expression(how.text)});`];
  if (!('sha256' in how)) return [];
  const digest = `crypto.sha256().updateWithText(${expression(how.sha256)}).digest().toHex()`;
  return [`request.variables.set(${literal(name)}, ${digest});`];
}

/** Works values out before the call, in the form that JetBrains IDEs and httpyac run. */
function scriptBefore({ computes }: Example): string[] {
  if (!computes) return [];
  return [
    '< {%',
    'const timestamp = String(Math.floor(Date.now() / 1000));',
    'request.variables.set("timestamp", timestamp);',
    ...Object.entries(computes).flatMap(([name, how]) => compute(name, how)),
    '%}',
  ];
}

const pointed = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `[${literal(step)}]`))
    .join('');

/** Keeps what later calls need. */
function scriptAfter({ takes }: Example): string[] {
  if (!takes) return [];
  const lines = Object.entries(takes).map(
    ([name, pointer]) => `client.global.set(${literal(name)}, response.body${pointed(pointer)});`,
  );
  return ['', '> {%', ...lines, '%}'];
}

/** These tools write `Basic name secret` as base64 themselves. */
function worded(text: string, { computes = {} }: Example): string {
  const basic = /^Basic \{\{(\w+)\}\}$/.exec(text)?.[1];
  const how = basic === undefined ? undefined : computes[basic];
  const plain = how && 'base64' in how ? `Basic ${how.base64.replace(':', ' ')}` : text;
  if (Object.keys(computes).length === 0) return plain;
  return Object.entries(computes).reduce(
    (said, [name, how]) =>
      'base64' in how && !how.base64.includes('{{')
        ? said.replaceAll(`{{${name}}}`, Buffer.from(how.base64).toString('base64'))
        : said,
    plain.replaceAll('{{$timestamp}}', '{{timestamp}}'),
  );
}

/** The call that comes before is made anew, unless it can be made only once. */
function called(name: string, recipes: readonly Recipe[]): string {
  const once = recipes.find((each) => each.name === name)?.example.once;
  return `# @${once ? 'ref' : 'forceRef'} ${name}`;
}

function recipe({ name, operation, example }: Recipe, recipes: readonly Recipe[]): string[] {
  const { method, path, headers, body } = callOf(operation, example);
  const key = operation.keyed ? { authorization: 'Bearer {{key}}' } : {};
  return [
    `### ${titleOf(example).vi} / ${titleOf(example).en} (${example.status})`,
    `# @name ${name}`,
    ...(example.after ? [called(example.after, recipes)] : []),
    ...(example.status >= 300 && example.status < 400 ? ['# @no-redirect'] : []),
    ...scriptBefore(example),
    `${method} {{base}}${path}`,
    ...Object.entries({ ...key, ...headers }).map(
      ([header, value]) => `${header}: ${worded(value, example)}`,
    ),
    ...(body === undefined ? [] : ['', worded(body, example)]),
    ...scriptAfter(example),
    '',
  ];
}

/** Sets the workspace's calendar, where the next example needs another day than the one before it. */
function calendarRecipe(calendar: string | null, at: number): string[] {
  const day = calendar?.split('-').reverse().join('/');
  const title = day
    ? `Đặt lịch về ngày ${day} / Set the calendar to ${day}`
    : 'Trả lịch về hôm nay / Back to today';
  return [
    `### ${title}`,
    `# @name calendar${at + 1}`,
    'PATCH {{control}}/settings',
    'authorization: Bearer {{key}}',
    'content-type: application/merge-patch+json',
    '',
    JSON.stringify({ calendar }),
    '',
  ];
}

/** The recipes in their order, each on its day. */
function dated(recipes: readonly Recipe[]): string[] {
  const days = [...recipes.map(({ example }) => example.calendar ?? null), null];
  const before = (at: number): string | null => days[at - 1] ?? null;
  return days.flatMap((day, at) => [
    ...(day === before(at) ? [] : calendarRecipe(day, at)),
    ...(recipes[at] ? recipe(recipes[at], recipes) : []),
  ]);
}

const intro = ({ title }: Contract): string[] => [
  `# HopCat: ${title.vi} / ${title.en}`,
  '# JetBrains HTTP Client, httpyac; VS Code REST Client (những lệnh không cần giá trị của lệnh trước / those that need no value of an earlier call)',
  '',
];

/** A system's examples as an `.http` file. `base` is where the system answers, without a slash at the end. */
export function recipeFile(contract: Contract, base: string): string {
  const recipes = recipesOf(contract);
  const calendars = recipes.some(({ example }) => example.calendar !== undefined);
  const keyed = calendars || recipes.some(({ operation }) => operation.keyed);
  return [
    ...intro(contract),
    `@base = ${base}`,
    ...(calendars ? [`@control = ${base.slice(0, base.lastIndexOf('/'))}/control`] : []),
    ...(keyed ? ['@key = khoa-cua-khong-gian-lam-viec'] : []),
    '',
    ...dated(recipes),
  ].join('\n');
}
