import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { freePort, ready, startNode, stop, temporaryFolder } from './machine.ts';
import type { Measured } from './rounds.ts';
import type { Target } from './sign-in.ts';

/** The core of the server under measurement; the driver has the other. */
export const SERVER_CORE = 0;
export const DRIVER_CORE = 1;

export type Server = Measured<Target>;

const here = (path: string) => join(import.meta.dirname, path);

const client = {
  clientId: 'demo-portal',
  clientSecret: 'demo-portal-secret',
  redirectUri: 'http://localhost:9/callback',
};

/** The end of what a process has said to its standard error. */
export function lastWords(child: ChildProcess): () => string {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-1000);
  });
  return () => said.trim();
}

async function started(name: string, args: readonly string[], issuer: string): Promise<Server> {
  const child = startNode(SERVER_CORE, args, ['ignore', 'ignore', 'pipe']);
  const said = lastWords(child);
  await ready(child, `${issuer}/.well-known/openid-configuration`).catch(async (error) => {
    await stop(child);
    throw new Error(`${name} did not start: ${error.message}\n${said()}`);
  });
  return { name, child, said, target: { issuer, ...client } };
}

export async function startPeer(name: 'oauth2-mock-server' | 'oidc-provider'): Promise<Server> {
  const port = await freePort();
  return started(name, [here(`peers/${name}.ts`), `${port}`], `http://localhost:${port}`);
}

/** HopCat as anybody starts it, on a database file of its own, with the page answered by the autopilot. */
export async function startHopCat(): Promise<Server> {
  const port = await freePort();
  const data = join(temporaryFolder(), 'hopcat.db');
  const args = [here('../cli/hopcat.ts'), 'start', '--port', `${port}`, '--data', data];
  const origin = `http://localhost:${port}`;
  const server = await started('HopCat', args, `${origin}/default/vneid`);
  const settings = await fetch(`${origin}/default/control/settings`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ autopilot: { person: 'an' } }),
  });
  if (!settings.ok) throw new Error(`the autopilot was refused: ${settings.status} ${await settings.text()}`);
  return server;
}

/** Whether HopCat wrote what it should have written while it was measured. */
export async function journalIsOn({ target }: Server): Promise<boolean> {
  const answer = await fetch(new URL('/default/control/journal?limit=1', target.issuer));
  return answer.ok && (await answer.text()).includes('userinfo');
}
