import type { ExportedWorkspace } from '../../contracts/_control/export.ts';
import { empty } from '../_kit/answer.ts';
import { readClock } from '../_kit/clock.ts';
import { type Exchange, putChange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { forgetSpace } from '../_kit/forget.ts';
import { JOURNAL_LIFETIME_MS, journalEntries } from '../_kit/journal.ts';
import { exportedKinds } from '../_kit/kept.ts';
import { masked, placesOfForeignNumbers } from '../_kit/mask.ts';
import { unchangedPerson } from '../_kit/people.ts';
import { refuseForeignNumbers, refuseUnknownPeople } from '../_kit/settings.ts';
import type { Change } from '../_kit/store.ts';
import { freshSpace, ownNumbers, type Workspace } from '../_kit/workspace.ts';
import { MOST_PEOPLE, numbersOf } from './domain.ts';
import { checkItems, type Imported, peopleIn } from './imported.ts';

/** The caller's workspace as it will be: its id, key and expiry stay, whatever the file says. */
function target(x: Exchange, file: ExportedWorkspace, items: readonly Imported[]): Workspace {
  const people = peopleIn(items);
  if (people.length > MOST_PEOPLE) {
    throw new Fault('too_many_people', `a workspace may add or change ${MOST_PEOPLE} people`);
  }
  return {
    ...x.workspace,
    space: freshSpace(x.workspace.id, x.deps.random),
    settings: file.settings,
    signing: file.signing,
    faults: file.faults,
    people: Object.fromEntries(people.map((person) => [person.slug, numbersOf(person)])),
  };
}

/** Numbers that may be real ones come in only where the file's own settings allow them. @throws Fault */
async function judge(x: Exchange, workspace: Workspace, items: readonly Imported[]): Promise<Imported[]> {
  const isOurs = ownNumbers(workspace.settings.realisticNumbers ? workspace : undefined);
  const exists = async (slug: string) =>
    Object.hasOwn(workspace.people, slug) || (await unchangedPerson(x, slug)) !== undefined;
  refuseForeignNumbers({ settings: workspace.settings, faults: workspace.faults }, isOurs);
  await refuseUnknownPeople(workspace.settings, exists);
  return items.map((item) => {
    if (item.kind === journalEntries && placesOfForeignNumbers(item.value, isOurs).length > 0) {
      return { ...item, value: masked(item.value, isOurs) };
    }
    refuseForeignNumbers({ [item.kind.kind]: { [item.id]: item.value } }, isOurs);
    return item;
  });
}

/** A commit takes so many changes and so many bytes; a character is four bytes at most. */
const AT_ONCE = 100;
const CHARACTERS_AT_ONCE = 900_000;

function* batches(changes: readonly Change[]): Generator<Change[]> {
  let batch: Change[] = [];
  let room = CHARACTERS_AT_ONCE;
  for (const change of changes) {
    const size = JSON.stringify(change).length;
    if (batch.length === AT_ONCE || (size > room && batch.length > 0)) {
      yield batch;
      batch = [];
      room = CHARACTERS_AT_ONCE;
    }
    batch.push(change);
    room -= size;
  }
  if (batch.length > 0) yield batch;
}

function changesOf(x: Exchange, workspace: Workspace, items: readonly Imported[]): Change[] {
  const clock = readClock(x.clock.real, workspace.settings);
  return items.map(({ kind, id, value, expires }) => {
    const change = putChange(workspace, clock, kind, id, value, {
      ...(expires !== undefined && { expires }),
    });
    return kind === journalEntries ? { ...change, purge: clock.real + JOURNAL_LIFETIME_MS } : change;
  });
}

/**
 * All or nothing, however many commits it takes: everything is written into a space that nobody reads, and the
 * workspace moves there in one write. Whatever fails before that has changed nothing.
 */
export async function importWorkspace(x: Exchange<ExportedWorkspace>) {
  const checked = checkItems(x.input.items, await exportedKinds(), x.deps.people.people);
  const workspace = target(x, x.input, checked);
  const items = await judge(x, workspace, checked);
  for (const batch of batches(changesOf(x, workspace, items))) await x.deps.store.commit(batch, x.clock.now);
  return empty({
    changes: [x.changeWorkspace(workspace)],
    after: () => forgetSpace(x.deps, x.workspace.space),
  });
}
