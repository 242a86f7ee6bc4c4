import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { CitizenRecord } from './citizen.ts';
import { citizenAt, recordOf } from './index.ts';

const record = (of: CitizenRecord): CitizenRecord => {
  const { slug, personalNumber, name, gender, birth, nationality, vneid, deceasedOn } = of;
  return { slug, personalNumber, name, gender, birth, nationality, vneid, ...(deceasedOn && { deceasedOn }) };
};

test('a record says of everybody what the whole person says', () => {
  const everyone = Array.from({ length: 30_000 }, (_, at) => citizenAt(at * 277));
  const others = everyone.filter((person) => {
    const found = recordOf(person.personalNumber);
    return !found || !isDeepStrictEqual(record(found), record(person));
  });
  expect(others.map(({ slug }) => slug)).toEqual([]);
  expect(recordOf('001090000001')).toBeUndefined();
});
