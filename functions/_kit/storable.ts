import { type Change, type Key, kinds } from './store.ts';

/** What every engine takes, so that what works on a laptop works on DynamoDB. Sizes are UTF-8 bytes. */
export const limits = {
  keysInGet: 100,
  changesInCommit: 100,
  id: 1024,
  partition: 1024,
  /** Key and JSON of one item. DynamoDB's own limit is 409,600 bytes with the names of the attributes. */
  item: 400_000,
  commit: 4_000_000,
} as const;

/** A key, value or commit that no engine takes: a bug of the caller. Nothing has been written. */
export class NotStorable extends Error {
  override readonly name = 'NotStorable';
}

/** Where a key lies: the first three parts as one unambiguous string, and the id as it is. */
export interface Place {
  partition: string;
  id: string;
  hot: boolean;
}

/** A change that has been checked, with its value as JSON. */
export interface Write {
  change: Change;
  key: Key;
  place: Place;
  /** Undefined for a remove. */
  json?: string;
}

const declared = new Map<string, boolean>();

function isHot(system: string, kind: string): boolean {
  const name = `${system}/${kind}`;
  if (!declared.has(name)) for (const each of kinds()) declared.set(`${each.system}/${each.kind}`, each.hot);
  const hot = declared.get(name);
  if (hot === undefined) throw new NotStorable(`no module that is loaded declares the kind ${name}`);
  return hot;
}

const bytes = (text: string): number => Buffer.byteLength(text);
const isPart = (part: string): boolean => part !== '' && part.isWellFormed() && !/\p{Cc}/u.test(part);
const escaped = (part: string): string => part.replace(/[%#]/g, encodeURIComponent);

/** Nearly all keys are like this, and need no closer look: it makes the check three times as fast. */
const simpleId = /^[\w.~-]{1,1024}$/;
const simplePartition = /^[\w.-]{1,340}#[\w.-]{1,340}#[\w.-]{1,340}$/;

/** Whether an item may have this id. Ids often come out of a request, so `get` asks instead of throwing. */
export const isId = (id: string): boolean => simpleId.test(id) || (isPart(id) && bytes(id) <= limits.id);

type Partition = Pick<Place, 'partition' | 'hot'>;

/** Those that were checked before: a few for each workspace, and every request asks for several. */
const checked = new Map<string, Partition>();
const MOST_CHECKED = 10_000;

/** `workspace#system#kind`; a `#` inside a part is escaped. Throws NotStorable, also for an undeclared kind. */
export function partitionOf([workspace, system, kind]: readonly [string, string, string, ...unknown[]]) {
  const name = `${workspace}#${system}#${kind}`;
  // Only what holds no `#` of its own can be told by its name.
  const known = checked.get(name);
  if (known) return known;
  const found = partitionNamed(name, [workspace, system, kind]);
  if (found.partition === name) {
    if (checked.size >= MOST_CHECKED) checked.clear();
    checked.set(name, found);
  }
  return found;
}

function partitionNamed(name: string, [workspace, system, kind]: [string, string, string]): Partition {
  let partition = name;
  if (!simplePartition.test(partition)) {
    const parts = [workspace, system, kind];
    partition = parts.map(escaped).join('#');
    if (!parts.every(isPart) || bytes(partition) > limits.partition) {
      throw new NotStorable(`not a key: ${JSON.stringify(parts)}`);
    }
  }
  return { partition, hot: isHot(system, kind) };
}

/** The place of each key; undefined for an id that no item can have. Throws NotStorable for anything else. */
export function placesOf(keys: readonly Key[]): (Place | undefined)[] {
  if (keys.length > limits.keysInGet)
    throw new NotStorable(`${keys.length} keys in one get: at most ${limits.keysInGet}`);
  return keys.map((key) => (isId(key[3]) ? { ...partitionOf(key), id: key[3] } : undefined));
}

function writeOf(change: Change): Write {
  const key = 'put' in change ? change.put : change.remove;
  const place = { ...partitionOf(key), id: key[3] };
  if (!isId(place.id))
    throw new NotStorable(`not an id of ${place.partition}: ${JSON.stringify(place.id.slice(0, 80))}`);
  if (!('put' in change)) return { change, key, place };
  const json: string | undefined = JSON.stringify(change.value);
  if (json === undefined) throw new NotStorable(`${place.partition}#${place.id} has no value in JSON`);
  for (const time of [change.expires, change.purge]) {
    if (time !== undefined && !Number.isFinite(time)) throw new NotStorable(`${time} is not a time`);
  }
  return { change, key, place, json };
}

const sizeOf = ({ place, json = '' }: Write): number =>
  bytes(place.partition) + bytes(place.id) + bytes(json);

const nameOf = ({ place }: Write): string => `${place.partition}#${place.id}`;

/** Checks a commit. Throws NotStorable: too many changes, one key twice, too big, no JSON, not a key. */
export function writesOf(changes: readonly Change[]): Write[] {
  if (changes.length > limits.changesInCommit) {
    throw new NotStorable(`${changes.length} changes in one commit: at most ${limits.changesInCommit}`);
  }
  const writes = changes.map(writeOf);
  const names = new Set<string>();
  let total = 0;
  for (const write of writes) {
    const size = sizeOf(write);
    if (size > limits.item) {
      throw new NotStorable(`${nameOf(write)} has ${size} bytes: an item has at most ${limits.item}`);
    }
    total += size;
    if (writes.length === 1) continue;
    const name = nameOf(write);
    if (names.has(name)) throw new NotStorable(`${name} twice in one commit`);
    names.add(name);
  }
  if (total > limits.commit) throw new NotStorable(`a commit of ${total} bytes: at most ${limits.commit}`);
  return writes;
}

/** Checks the end that a list starts beyond; an empty one lies before every id. */
export function checkAfter(after: string | undefined): void {
  if (after && !isId(after))
    throw new NotStorable(`no id to list after: ${JSON.stringify(after.slice(0, 80))}`);
}
