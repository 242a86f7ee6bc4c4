import { randomBytes } from 'node:crypto';
import { settingsSchema } from '../../contracts/control.ts';
import type { Store } from '../../functions/_kit/store.ts';
import { newWorkspace, type Workspace, workspaceKey } from '../../functions/_kit/workspace.ts';
import type { Send } from './workspace.ts';

export function interim(store: Store, send: Send): Send {
  return async (url, init) => {
    const path = new URL(url).pathname;
    if (path === '/api/workspaces') {
      const id = `w${randomBytes(8).toString('hex')}`.replace(/\d{12}/, 'a');
      const settings = settingsSchema.parse(JSON.parse(String(init.body)).settings ?? {});
      await store.commit([{ put: workspaceKey(id), value: newWorkspace(id, Date.now(), { settings }) }], 0);
      return Response.json({ id }, { status: 201 });
    }
    const [, ws, system, what] = path.split('/');
    if (system === 'control' && what === 'settings' && init.method === 'PATCH') {
      for (;;) {
        const [item] = await store.get([workspaceKey(ws!)], 0);
        const w = item!.value as Workspace;
        const settings = settingsSchema.parse({ ...w.settings, ...JSON.parse(String(init.body)) });
        const c = await store.commit(
          [{ put: workspaceKey(ws!), value: { ...w, settings }, if: { version: item!.version } }],
          0,
        );
        if (c.ok) return Response.json(settings);
      }
    }
    return send(url, init);
  };
}
