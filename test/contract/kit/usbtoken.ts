import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';
import { jsonBody } from './wire.ts';

interface Certificate {
  serial: string;
  name: string;
}

export interface Dialogue {
  id: string;
  plugin: string;
  function: string;
  asks: string | null;
  pin: boolean;
  documents: { name: string; hash: string; digest: string }[];
  certificates: Certificate[];
}

export interface VgcaReply {
  Status: number;
  Message: string;
  Signature: string;
  CertBase64: string;
}

const at = (ws: TestWorkspace, path: string): string => `${ws.origin}/${ws.id}/usbtoken${path}`;

export const tokenApi = (ws: TestWorkspace, path: string, init?: RequestInit): Promise<Response> =>
  ws.fetch(at(ws, path), init);

export const tokenIs = async (ws: TestWorkspace, person: string, state: string): Promise<void> => {
  const answer = await tokenApi(ws, `/${person}/api/token`, { ...jsonBody({ state }), method: 'PUT' });
  expect(answer.status).toBe(200);
};

export const toVgca = (
  ws: TestWorkspace,
  person: string,
  path: string,
  message: unknown,
  headers: Record<string, string> = {},
): Promise<Response> => {
  const init = jsonBody(message);
  return tokenApi(ws, `/${person}/vgca/${path}`, { ...init, headers: { ...init.headers, ...headers } });
};

/** What VGCA answers. */
export async function vgca(
  ws: TestWorkspace,
  person: string,
  path: string,
  message: unknown,
): Promise<VgcaReply> {
  const answer = await toVgca(ws, person, path, message);
  expect(answer.status).toBe(200);
  return (await answer.json()) as VgcaReply;
}

/** What VNPT-CA's plug-in answers: what stands before the `*`, and the name behind it. */
export async function vnpt(ws: TestWorkspace, person: string, functionID: number, ...args: unknown[]) {
  const message = { functionID, funcCallback: 'done', args, domain: 'localhost' };
  const answer = await tokenApi(ws, `/${person}/vnpt`, jsonBody(message));
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text.endsWith('*done')).toBe(true);
  return text.slice(0, -'*done'.length);
}

export interface VnptResult {
  code: number;
  data: string;
  error: string;
}

export const vnptResult = async (
  ws: TestWorkspace,
  person: string,
  functionID: number,
  ...args: unknown[]
): Promise<VnptResult> => JSON.parse(await vnpt(ws, person, functionID, ...args));

export async function dialoguesOf(ws: TestWorkspace, person: string): Promise<Dialogue[]> {
  const answer = await tokenApi(ws, `/${person}/api/dialogues`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { dialogues: Dialogue[] }).dialogues;
}

/** The window that comes up: of a call that was sent and waits. */
export async function comingUp(ws: TestWorkspace, person: string): Promise<Dialogue> {
  for (;;) {
    const [first] = await dialoguesOf(ws, person);
    if (first) return first;
    // A key that is being made comes from another thread.
    await setImmediate();
  }
}

export const decide = (
  ws: TestWorkspace,
  person: string,
  { id }: Dialogue,
  decision: object,
): Promise<Response> => tokenApi(ws, `/${person}/api/dialogues/${id}`, jsonBody(decision));
