import type * as z from 'zod';
import { type Person, type PersonPatch, personSchema } from '../contracts/person.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** RFC 7396: objects merge, null removes, everything else takes the place of what was there. Changes neither. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

/**
 * The person with a workspace's overrides (RFC 7396), or the issues that the result would have. The patch has
 * passed `personPatchSchema`; the person given is left as it was. `params`: how issues are worded.
 */
export const patchPerson = (
  person: Person,
  patch: PersonPatch,
  params?: z.core.ParseContext<z.core.$ZodIssue>,
) => personSchema.safeParse(mergePatch(person, patch), params);
