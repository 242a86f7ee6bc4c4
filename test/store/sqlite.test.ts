import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import type { Store } from '../../functions/_kit/store.ts';
import { storeLaws } from './laws.ts';

storeLaws(
  'SQLite in memory',
  async () => {
    const store = sqliteStore(':memory:');
    return { open: () => store, stop: () => store.close() };
  },
  300,
);

storeLaws(
  'SQLite in a file',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hopcat-store-'));
    const opened: Store[] = [];
    return {
      open() {
        const store = sqliteStore(join(folder, 'store.db'));
        opened.push(store);
        return store;
      },
      async stop() {
        await Promise.all(opened.map((store) => store.close()));
        rmSync(folder, { recursive: true });
      },
    };
  },
  100,
);
