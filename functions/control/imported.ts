import * as z from 'zod';
import type { ExportedWorkspace } from '../../contracts/_control/export.ts';
import { journalEntry } from '../../contracts/_control/journal.ts';
import { type Person, personSchema } from '../../contracts/person.ts';
import type { Fault } from '../_kit/fault.ts';
import { bilingual, errorsOf, invalidInput } from '../_kit/issues.ts';
import { nameOfKind } from '../_kit/kept.ts';
import { isId, limits } from '../_kit/storable.ts';
import type { Kind } from '../_kit/store.ts';
import { isBuiltIn } from '../_oidc/client.ts';
import { providerShapes } from '../_oidc/shapes.ts';
import { clashes } from './domain.ts';

type Errors = NonNullable<Fault['extra']['errors']>;

/** An item of a file that may be stored. */
export interface Imported {
  kind: Kind<unknown>;
  id: string;
  value: unknown;
  expires?: number | undefined;
}

const named = (field: string) => (id: string, value: unknown) =>
  (value as Record<string, unknown>)[field] === id;

/** What is known of the values of a kind, and whether an id goes with its value. */
interface Shape {
  schema: z.ZodType;
  belongs?: (id: string, value: unknown) => boolean;
}

const ownClient = (id: string, value: unknown): boolean => named('id')(id, value) && !isBuiltIn(id);

/** Of one provider over the OpenID engine. */
const shapesAt = (system: string): Record<string, Shape> => ({
  ...Object.fromEntries(
    Object.entries(providerShapes).map(([kind, schema]) => [`${system}/${kind}`, { schema }]),
  ),
  [`${system}/client`]: { schema: providerShapes.client, belongs: ownClient },
});

const shapes: Readonly<Record<string, Shape>> = {
  'control/person': { schema: personSchema, belongs: named('slug') },
  'control/journal': { schema: journalEntry, belongs: named('id') },
  ...shapesAt('vneid'),
  ...shapesAt('dvcqg'),
};

/** What a system keeps for itself alone is an object, as far as anybody else knows. */
const anyObject: Shape = { schema: z.lazy(() => z.record(z.string(), z.unknown())) };

const one = (path: string, vi: string, en: string): Errors => [{ path, message: `${vi} / ${en}` }];

type Checked = { item: Imported } | { errors: Errors };

function check(
  item: ExportedWorkspace['items'][number],
  at: string,
  known: Map<string, Kind<unknown>>,
): Checked {
  const { id, value, expires } = item;
  const name = `${item.system}/${item.kind}`;
  const kind = known.get(name);
  if (!kind) return { errors: one(`${at}.kind`, `Không có loại '${name}'`, `There is no kind '${name}'`) };
  if (!isId(id)) return { errors: one(`${at}.id`, 'Không phải id', 'Not an id') };
  const { schema, belongs = () => true } = shapes[name] ?? anyObject;
  const result = schema.safeParse(value, { error: bilingual });
  if (!result.success) return { errors: errorsOf(result.error.issues, [at, 'value']) };
  const { data } = result;
  if (!belongs(id, data))
    return { errors: one(`${at}.id`, 'Không khớp với value', 'Does not go with the value') };
  if (Buffer.byteLength(JSON.stringify(data)) > limits.item - 4 * limits.id) {
    return { errors: one(`${at}.value`, 'Quá lớn', 'Too large') };
  }
  return { item: { kind, id, value: data, expires } };
}

const isPerson = ({ kind }: Imported): boolean => nameOfKind(kind) === 'control/person';

/** People of a file, by whom settings and numbers are judged. */
export const peopleIn = (items: readonly Imported[]): Person[] =>
  items.filter(isPerson).map(({ value }) => value as Person);

/** Two people of one number would be found as either. */
function clashesIn(items: readonly Imported[], cast: readonly Person[]): Errors {
  const people = peopleIn(items);
  const changed = new Set(people.map(({ slug }) => slug));
  const everybody = [...cast.filter(({ slug }) => !changed.has(slug)), ...people];
  return people.flatMap((person) =>
    clashes(person, everybody).map(({ path, message }) => ({ path: `${person.slug}.${path}`, message })),
  );
}

/** The items of a file, each of a kind that there is and in the shape of that kind. @throws Fault invalid_input */
export function checkItems(
  items: ExportedWorkspace['items'],
  kinds: readonly Kind<unknown>[],
  cast: readonly Person[],
): Imported[] {
  const known = new Map(kinds.map((kind) => [nameOfKind(kind), kind]));
  const seen = new Set<string>();
  const errors: Errors[number][] = [];
  const good: Imported[] = [];
  items.forEach((item, index) => {
    const at = `items.${index}`;
    const name = JSON.stringify([item.system, item.kind, item.id]);
    const checked: Checked = seen.has(name)
      ? { errors: one(`${at}.id`, 'Có hai lần', 'There twice') }
      : check(item, at, known);
    seen.add(name);
    if ('item' in checked) good.push(checked.item);
    else errors.push(...checked.errors);
  });
  if (errors.length === 0) errors.push(...clashesIn(good, cast));
  if (errors.length > 0) throw invalidInput(errors.slice(0, 50));
  return good;
}
