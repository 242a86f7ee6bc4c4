import type { Rehearsal } from './rehearsal.ts';

/** A workspace of one's own, as a portal team would make it. */
export interface Space {
  id: string;
  key: string;
  urls: Readonly<Record<string, string>>;
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** `POST /api/workspaces`, the only way to a workspace on a deployment. */
export async function makeSpace({ origin }: Rehearsal, settings: object = {}): Promise<Space> {
  const answer = await fetch(`${origin}/api/workspaces`, { method: 'POST', ...json({ settings }) });
  if (answer.status !== 201) throw new Error(`no workspace: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Space;
}

/** A browser without pages: keeps cookies but no connection, and follows redirects as long as they stay in the sandbox. */
export function visitor(origin: string) {
  const cookies = new Map<string, string>();
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { connection: 'close', ...(cookie && { cookie }) };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) return answer;
    const next = new URL(location, url);
    return next.origin === origin ? visit(next.href) : answer;
  };
  return visit;
}
