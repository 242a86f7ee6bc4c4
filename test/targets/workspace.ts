import type { SettingsInput } from '../../contracts/_settings.ts';
import type { TestWorkspace } from './target.ts';

type Send = (url: string, init: RequestInit) => Promise<Response>;

/** A JSON merge patch. */
export const merge = (settings: SettingsInput): RequestInit => ({
  method: 'PATCH',
  headers: { 'content-type': 'application/merge-patch+json' },
  body: JSON.stringify(settings),
});

export const must = async (answer: Response): Promise<Response> => {
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer;
};

/** A new workspace of the sandbox at an origin. */
export async function workspaceOver(
  origin: string,
  send: Send,
  settings: SettingsInput = {},
): Promise<TestWorkspace> {
  const made = await must(
    await send(`${origin}/api/workspaces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ settings }),
    }),
  );
  const { id, key } = (await made.json()) as { id: string; key?: string };
  const issuer = `${origin}/${id}/vneid`;
  const control: TestWorkspace['control'] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
    return send(`${origin}/${id}/control${path}`, { ...init, headers });
  };
  return {
    id,
    key,
    origin,
    issuer,
    control,
    phone: (path, init = {}) => send(`${origin}/${id}/phone${path}`, init),
    fetch: (url, init) => send(url.startsWith('/') ? issuer + url : url, { redirect: 'manual', ...init }),
    configure: async (change) => {
      await must(await control('/settings', merge(change)));
    },
  };
}
