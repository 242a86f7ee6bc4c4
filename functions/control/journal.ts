import { setTimeout } from 'node:timers/promises';
import type { JournalQuery } from '../../contracts/_control/journal.ts';
import { empty, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { forgetKind } from '../_kit/forget.ts';
import { firstJournalId, journalEntries, journalId } from '../_kit/journal.ts';
import { isWanted } from './domain.ts';
import { type ToldEntry, told } from './told.ts';

const PAGE = 200;
/** A Lambda cannot hand over more than 6 MB. */
const MOST_CHARACTERS = 3_000_000;
/** An entry's id says when it was written down, its time when the request came: never so much earlier. */
const LONGEST_REQUEST_MS = 600_000;

interface Found {
  entries: ToldEntry[];
  next: string | null;
}

/** Where reading starts when no entry is named. */
function startOf({ order, since, until }: JournalQuery): string | undefined {
  if (order === 'asc') return since && firstJournalId(Date.parse(since));
  return until && firstJournalId(Date.parse(until) + LONGEST_REQUEST_MS);
}

/** Whether no entry beyond this one can be wanted. */
const isBeyond = (id: string, { order, since, until }: JournalQuery): boolean =>
  order === 'asc'
    ? until !== undefined && id > firstJournalId(Date.parse(until) + LONGEST_REQUEST_MS)
    : since !== undefined && id < firstJournalId(Date.parse(since));

async function find(x: Exchange, query: JournalQuery): Promise<Found> {
  const found: Found = { entries: [], next: query.after ?? null };
  const descending = query.order === 'desc';
  let after = query.after ?? startOf(query);
  let room = MOST_CHARACTERS;
  for (;;) {
    const page = await x.list(journalEntries, { after, limit: PAGE, descending });
    for (const { value } of page) {
      if (isBeyond(value.id, query)) return found;
      after = value.id;
      found.next = value.id;
      if (!isWanted(value, query)) continue;
      const entry = await told(value);
      found.entries.push(entry);
      room -= JSON.stringify(entry).length;
      if (found.entries.length >= query.limit || room <= 0) return found;
    }
    if (page.length < PAGE) return found;
  }
}

/** Answers at once when there is something, else as soon as there is or the wait is over. */
export async function readJournal(x: Exchange<JournalQuery>) {
  const wait = x.input.order === 'asc' ? x.input.wait * 1000 : 0;
  const end = performance.now() + wait;
  let after = x.input.after;
  for (;;) {
    const found = await find(x, { ...x.input, after });
    const over = performance.now() >= end || x.request.signal.aborted;
    if (found.entries.length > 0 || over) return json(found);
    after = found.next ?? undefined;
    await setTimeout(x.deps.local ? 50 : 500);
  }
}

/** Everything up to now: what comes meanwhile stays. */
export async function clearJournal(x: Exchange) {
  await forgetKind(x.deps, x.workspace.space, journalEntries, journalId(x.deps.now(), x.deps.random));
  return empty();
}
