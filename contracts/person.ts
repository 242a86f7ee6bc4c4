import * as z from 'zod';
import { fields, type Person } from './_person/fields.ts';
import { birth } from './_person/primitives.ts';
import { rules } from './_person/rules.ts';

export type { Person } from './_person/fields.ts';
export { genderAndYear, isSandboxNumber } from './_person/number.ts';
export { defaultPassword } from './_person/registers.ts';

/** A person before defaults: slug, number, name, gender and birth are enough. */
export type PersonInput = z.input<typeof fields>;
export type Name = Person['name'];
export type Birth = Person['birth'];
export type Address = NonNullable<Person['permanent']>;
export type Relative = NonNullable<Person['relatives']['father']>;
export type Phone = Person['phones'][number];
export type Insurance = NonNullable<Person['insurance']>;

/**
 * A person, whole: defaults filled in, texts trimmed and in NFC, every rule of `rules.ts` held. Unknown fields
 * are refused. An issue's message is Vietnamese, a slash, English. Whether the number may be a real one is the
 * caller's question: see `isSandboxNumber`.
 */
export const personSchema = z.lazy(() =>
  fields.unwrap().superRefine((person, context) => {
    for (const { path, message, holds } of rules) {
      if (!holds(person)) context.addIssue({ code: 'custom', path, message });
    }
  }),
);

type MergePatch<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: MergePatch<T[K]> | null }
    : T;

/** Overrides of one person, as RFC 7396 has it: objects merge, null removes, arrays are replaced whole. */
export type PersonPatch = MergePatch<Omit<PersonInput, 'slug'>>;

const patchOfShape = (shape: z.core.$ZodShape) =>
  z.strictObject(
    Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, z.nullish(patchOf(field))])),
  );

const patchOf = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (schema === birth)
    return patchOfShape(Object.assign({}, ...birth.unwrap().options.map(({ shape }) => shape)));
  if (
    schema instanceof z.ZodLazy ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return patchOf(schema.unwrap());
  }
  return schema instanceof z.ZodObject ? patchOfShape(schema.shape) : schema;
};

/**
 * The patch alone: each field that is there has the right shape; the slug may not change. What comes of merging
 * it must then pass `personSchema`, which also brings back the default of a field that null removed.
 */
export const personPatchSchema: z.ZodLazy<z.ZodType<PersonPatch>> = z.lazy(
  () => patchOf(fields.unwrap().omit({ slug: true })) as z.ZodType<PersonPatch>,
);
