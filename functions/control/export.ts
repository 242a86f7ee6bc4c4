import type { ExportedWorkspace } from '../../contracts/_control/export.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { journalEntries } from '../_kit/journal.ts';
import { exportedKinds } from '../_kit/kept.ts';
import type { Kind } from '../_kit/store.ts';

/** As much as an import takes, less what its own frame needs. */
const MOST_BYTES = 5_000_000;

async function itemsOf(x: Exchange, kind: Kind<unknown>): Promise<ExportedWorkspace['items']> {
  const items = await x.list(kind);
  return items.map(({ key: [, system, name, id], value, expires }) => ({
    system,
    kind: name,
    id,
    value,
    ...(expires !== undefined && { expires }),
  }));
}

export async function exportWorkspace(x: Exchange<{ without?: 'journal' | undefined }>) {
  const { id, settings, signing, faults } = x.workspace;
  const items: ExportedWorkspace['items'] = [];
  let room = MOST_BYTES;
  for (const kind of await exportedKinds()) {
    if (kind === journalEntries && x.input.without === 'journal') continue;
    const more = await itemsOf(x, kind);
    room -= Buffer.byteLength(JSON.stringify(more));
    if (room < 0)
      throw new Fault('too_large', 'more than an import takes: leave out the journal (?without=journal)');
    items.push(...more);
  }
  const exportedAt = new Date(x.clock.real).toISOString();
  const file: ExportedWorkspace = {
    format: 'hopcat-workspace',
    version: 1,
    workspace: id,
    exportedAt,
    settings,
    signing: { ...signing, overlapping: [...signing.overlapping] },
    faults: [...faults],
    items,
  };
  return json(file);
}
