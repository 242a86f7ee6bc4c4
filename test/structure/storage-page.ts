/** `node test/structure/storage-page.ts` writes docs/storage.md anew, from what the code declares. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../functions/index.ts';
import { type Kind, kinds } from '../../functions/_kit/store.ts';

export const STORAGE_PAGE = join(import.meta.dirname, '../../docs/storage.md');

const intro = `# What is kept

Everything that HopCat remembers is a JSON item under a key of four parts: space, system, kind, id. SQLite and DynamoDB keep the same items under the same keys (\`functions/_kit/store.ts\`).

- The **space** belongs to one workspace: at first it has the workspace's name, a reset gives it a new one. \`_\` is the space of what all workspaces of a deployment share.
- An item with an expiry reads as absent from that moment of the workspace's token clock on, whatever the table still holds. The table itself forgets it later.
- Codes, tokens, keys and secrets are kept as SHA-256, never as they are. Twelve-digit numbers that are not the sandbox's own are masked before anything is written.
- **Hot** kinds are written so often that DynamoDB spreads them over partitions.
- **Exported** kinds go into a workspace's export and come back by an import.

This page is written by \`npm run docs\` from the declarations in the code; a test compares the two.
`;

const yes = (is: boolean): string => (is ? 'yes' : '');

const table = (system: string, all: readonly Kind<unknown>[]): string =>
  [
    `## ${system}`,
    '',
    '| Kind | What it is | Hot | Exported |',
    '| --- | --- | --- | --- |',
    ...all.map(
      ({ kind, doc, hot, exported }) =>
        `| \`${kind}\` | ${doc.replaceAll('|', '\\|')} | ${yes(hot)} | ${yes(exported)} |`,
    ),
    '',
  ].join('\n');

/** Every kind of item that the code declares, system by system. */
export function storagePage(all: readonly Kind<unknown>[] = kinds()): string {
  const sorted = all.toSorted((a, b) => (`${a.system}/${a.kind}` < `${b.system}/${b.kind}` ? -1 : 1));
  const bySystem = Map.groupBy(sorted, ({ system }) => system);
  return [intro, ...[...bySystem].map(([system, some]) => table(system, some))].join('\n');
}

if (import.meta.main) writeFileSync(STORAGE_PAGE, storagePage());
