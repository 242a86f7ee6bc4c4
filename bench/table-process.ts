import { randomBytes } from 'node:crypto';
import { settingsSchema } from '../contracts/control.ts';
import type { Deps } from '../functions/_kit/deps.ts';
import { dynamoStore } from '../functions/_kit/dynamodb.ts';
import { implement } from '../functions/_kit/implement.ts';
import { newWorkspace, workspaceKey } from '../functions/_kit/workspace.ts';
import vneid from '../functions/vneid/service.ts';
import { castDirectory } from '../people/cast.ts';
import type { Ask } from './ask.ts';
import type { Target } from './sign-in.ts';

export const TABLE = 'bench';
const WORKSPACE = 'bench';
const ORIGIN = 'http://sandbox.example';
const base = `${ORIGIN}/${WORKSPACE}/vneid`;
const REDIRECT_URI = 'https://portal.example/callback';

/** One request, and the calls to the table that it made. */
export interface Trip {
  request: string;
  calls: string[];
}

/** VNeID over DynamoDB, as far as memory goes in a process of its own: its caches start empty. */
export interface Process {
  ask: Ask;
  store: Deps['store'];
  trips: Trip[];
}

const loud = (message: string, about: Record<string, unknown>) => {
  throw new Error(`${message}: ${JSON.stringify(about)}`);
};

export function openProcess(endpoint: string): Process {
  const trips: Trip[] = [];
  const onCall = (command: string) => trips.at(-1)?.calls.push(command);
  const store = dynamoStore({ table: TABLE, endpoint, onCall });
  const system = implement(vneid, {
    store,
    people: castDirectory,
    country: () => import('../people/country/index.ts'),
    now: Date.now,
    random: (bytes) => randomBytes(bytes),
    fetch: () => Promise.reject(new Error('a sign-in calls nobody')),
    origin: ORIGIN,
    local: false,
    log: { error: loud, warn: loud },
  });
  const ask: Ask = async (url, question) => {
    const path = new URL(url).pathname.slice(`/${WORKSPACE}/vneid`.length);
    trips.push({ request: `${question?.method ?? 'GET'} ${path}`, calls: [] });
    const response = await system.fetch(new Request(url, question), { workspace: WORKSPACE, base, path });
    const headers = {
      ...Object.fromEntries(response.headers),
      'set-cookie': response.headers.getSetCookie(),
    };
    return { status: response.status, headers, body: await response.text() };
  };
  return { ask, store, trips };
}

/** A workspace that signs everybody in as the first of the cast. */
export async function prepareWorkspace({ store }: Process): Promise<void> {
  const settings = settingsSchema.parse({ autopilot: { person: 'an' } });
  const value = newWorkspace(WORKSPACE, Date.now(), { settings });
  await store.commit([{ put: workspaceKey(WORKSPACE), value }], 0);
}

/** A client that has to be read from the table, as a portal's own would. */
export async function registerClient({ ask }: Process): Promise<Target> {
  const answer = await ask(`${base}/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ redirect_uris: [REDIRECT_URI] }),
  });
  if (answer.status !== 201) throw new Error(`the client was refused: ${answer.status} ${answer.body}`);
  const { client_id, client_secret } = JSON.parse(answer.body);
  return { issuer: base, clientId: client_id, clientSecret: client_secret, redirectUri: REDIRECT_URI };
}
