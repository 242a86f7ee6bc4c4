import { type Person, type PersonPatch, personSchema } from '../contracts/person.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const merge = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch;
  const merged: Json = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(merged[key], value);
  }
  return merged;
};

/**
 * The person with a workspace's overrides (RFC 7396), or the issues that the result would have. The patch has
 * passed `personPatchSchema`; the person given is left as it was.
 */
export const patchPerson = (person: Person, patch: PersonPatch) =>
  personSchema.safeParse(merge(person, patch));
