import type { Exchange } from '../../_kit/exchange.ts';
import { personByNumber, personBySlug } from '../../_kit/people.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change, Item } from '../../_kit/store.ts';
import type { OldAccount, Portal } from '../portal.ts';
import { type Applicant, keysOf } from './applicant.ts';

/** A local account as it was read; `item` is absent for an old one that nobody has changed yet. */
export interface Held {
  applicant: Applicant;
  item?: Item<Applicant>;
}

export const passwordDigest = (id: string, password: string): string => digest(`${id}:${password}`);

/** An old account of the portal, as it was before the first single sign-on. */
async function fromOld(x: Exchange, old: OldAccount): Promise<Applicant | undefined> {
  const person = await personBySlug(x, old.person);
  if (!person) return undefined;
  const id = `old-${old.username}`;
  const email = old.email ?? person.vneid.email;
  return {
    id,
    kind: 'citizen',
    username: old.username,
    passwordHash: passwordDigest(id, old.password),
    status: old.status,
    name: person.name.full,
    birth: 'date' in person.birth ? person.birth.date : String(person.birth.year),
    ...(old.number === 'personal' && { number: person.personalNumber }),
    ...(old.number === 'cmnd' && person.cmnd !== undefined && { cmnd: person.cmnd }),
    numberFrom: 'typed',
    ...(email !== undefined && { email }),
    techIds: [],
    verified: false,
    register: {},
    wrongTries: 0,
    createdAt: '2021-03-01T02:00:00.000Z',
    notes: [],
  };
}

async function oldApplicants(x: Exchange, { oldAccounts }: Portal): Promise<Applicant[]> {
  const all = await Promise.all(oldAccounts.map((old) => fromOld(x, old)));
  return all.filter((each) => each !== undefined);
}

export async function applicantById(x: Exchange, portal: Portal, id: string): Promise<Held | undefined> {
  const item = await x.read(portal.kinds.applicant, id);
  if (item) return { applicant: item.value, item };
  const old = (await oldApplicants(x, portal)).find((each) => each.id === id);
  return old && { applicant: old };
}

/** All local accounts under one key, such as `number:` and a number; oldest first. */
export async function applicantsBy(x: Exchange, portal: Portal, key: string): Promise<Held[]> {
  const old = (await oldApplicants(x, portal)).filter((each) => keysOf(each).includes(key));
  const stored = (await x.read(portal.kinds.key, key))?.value.ids ?? [];
  const ids = [...new Set([...old.map(({ id }) => id), ...stored])];
  const held = await Promise.all(ids.map((id) => applicantById(x, portal, id)));
  return held
    .filter((each) => each !== undefined)
    .filter(({ applicant }) => keysOf(applicant).includes(key))
    .toSorted((a, b) => a.applicant.createdAt.localeCompare(b.applicant.createdAt));
}

/** All local accounts of the portal. */
export async function everyApplicant(x: Exchange, portal: Portal): Promise<Applicant[]> {
  const stored = (await x.list(portal.kinds.applicant)).map(({ value }) => value);
  const changed = new Set(stored.map(({ id }) => id));
  return [...(await oldApplicants(x, portal)).filter(({ id }) => !changed.has(id)), ...stored];
}

/** Who took an account in: itself, where nobody did. */
export async function holderOf(x: Exchange, portal: Portal, id: string): Promise<Held | undefined> {
  const held = await applicantById(x, portal, id);
  const { mergedInto } = held?.applicant ?? {};
  return mergedInto === undefined ? held : holderOf(x, portal, mergedInto);
}

type Ids = readonly string[];

async function keyChange(
  x: Exchange,
  { kinds }: Portal,
  key: string,
  move: (ids: Ids) => Ids,
): Promise<Change> {
  const item = await x.read(kinds.key, key);
  const ids = move(item?.value.ids ?? []);
  if (item && ids.length === 0) return x.remove(item);
  return x.put(kinds.key, key, { ids }, { if: item ? { version: item.version } : 'absent' });
}

/**
 * The changes that save local accounts and keep them findable. Rule `link-once`: of two requests that link or make the
 * same account at once one saves, and the other's route runs anew and finds it done.
 */
export async function saveApplicants(
  x: Exchange,
  portal: Portal,
  saves: readonly { held?: Held | undefined; applicant: Applicant }[],
): Promise<Change[]> {
  const moves = new Map<string, ((ids: Ids) => Ids)[]>();
  const note = (key: string, move: (ids: Ids) => Ids) => moves.set(key, [...(moves.get(key) ?? []), move]);
  for (const { held, applicant } of saves) {
    const before = held?.item ? keysOf(held.item.value) : [];
    const after = keysOf(applicant);
    for (const key of before.filter((each) => !after.includes(each)))
      note(key, (ids) => ids.filter((id) => id !== applicant.id));
    for (const key of after.filter((each) => !before.includes(each)))
      note(key, (ids) => [...ids.filter((id) => id !== applicant.id), applicant.id]);
  }
  const puts = saves.map(({ held, applicant }) =>
    x.put(portal.kinds.applicant, applicant.id, applicant, {
      if: held?.item ? { version: held.item.version } : 'absent',
    }),
  );
  const keys = [...moves].map(([key, all]) =>
    keyChange(x, portal, key, (ids) => all.reduce((kept, move) => move(kept), ids)),
  );
  return [...puts, ...(await Promise.all(keys))];
}

/** Slug of whose number it is, for the journal. */
export const personOf = async (x: Exchange, number: string | undefined): Promise<string | undefined> =>
  number === undefined ? undefined : (await personByNumber(x, number))?.slug;
