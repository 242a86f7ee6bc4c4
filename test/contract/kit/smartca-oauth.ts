import type { TestWorkspace } from '../../targets/target.ts';
import { an, password } from './smartca.ts';
import { form, jsonBody } from './wire.ts';

export const application = { client_id: 'demo-portal', client_secret: 'demo-portal-secret' };

export const request = {
  response_type: 'code',
  client_id: 'demo-portal',
  redirect_uri: 'http://localhost:3000/callback',
  scope: 'sign offline_access',
  state: 'st4te',
};

type Fields = Record<string, string>;

const send = (ws: TestWorkspace, path: string, init?: RequestInit) =>
  ws.fetch(`${ws.origin}/${ws.id}/smartca${path}`, init);

/** The token endpoint. */
export async function tokens(ws: TestWorkspace, fields: Fields) {
  const answer = await send(ws, '/auth/token', form({ ...application, ...fields }));
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

export const openPage = (ws: TestWorkspace, fields: Fields = {}) =>
  send(ws, `/auth/authorize?${new URLSearchParams({ ...request, ...fields })}`);

/** The subscriber fills in the page; where the answer leads. */
export async function login(ws: TestWorkspace, fields: Fields = {}) {
  const filled = { ...request, username: an, password, decision: 'approve', ...fields };
  const answer = await send(ws, '/auth/login', form(filled));
  const location = answer.headers.get('location');
  const query = location === null ? {} : Object.fromEntries(new URL(location).searchParams);
  return { status: answer.status, location, query: query as Fields, text: await answer.text() };
}

/** An application with a subscriber's token in front of the CSC-like interface. */
export async function applicationFor(ws: TestWorkspace, username = an, client: Fields = {}) {
  const { body } = await tokens(ws, { grant_type: 'password', username, password, ...client });
  const authorization = `Bearer ${body.access_token}`;
  return async (path: string, asked: object = {}) => {
    const init = jsonBody(asked);
    const answer = await send(ws, path, { ...init, headers: { ...init.headers, authorization } });
    return { status: answer.status, body: await answer.json() };
  };
}
