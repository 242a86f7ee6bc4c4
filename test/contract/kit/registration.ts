import { expect } from 'vitest';
import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { Way } from '../../../contracts/_dvcqg/registration-ways.ts';
import type { Person } from '../../../contracts/person.ts';
import { filled } from '../../../functions/dvcqg/registration/filled.ts';
import type { TestWorkspace } from '../../targets/target.ts';
import { codeOn } from './phone.ts';
import { signedByToken, type ToSign } from './token-sign-in.ts';
import { jsonBody } from './wire.ts';

/** The day before citizens lost these ways. */
export const BEFORE = '2024-06-14';

export const PASSWORD = 'Aa@123456';

export interface Told {
  status: number;
  body: {
    id: string;
    next: string;
    code: string;
    detail: string;
    errors?: { path: string; message: string }[];
    sent: { to: string; seconds: number };
    transaction: string;
    toSign: ToSign;
    holder: Record<string, string>;
    username: string;
    state: string;
    techId: string;
    kind: string;
    signsInBy: string;
  };
}

export const portalUrl = (ws: TestWorkspace): string => `${ws.origin}/${ws.id}/dvcqg`;

export async function ask(ws: TestWorkspace, path: string, body?: unknown): Promise<Told> {
  const init = body === undefined ? {} : jsonBody(body);
  const answer = await ws.fetch(`${portalUrl(ws)}/api${path}`, init);
  return { status: answer.status, body: (await answer.json()) as Told['body'] };
}

export const register = (ws: TestWorkspace, body: unknown): Promise<Told> => ask(ws, '/registrations', body);

/** A step of a registration: `code`, `password`, … */
export const step = (ws: TestWorkspace, id: string, name: string, body: unknown = {}): Promise<Told> =>
  ask(ws, `/registrations/${id}/${name}`, body);

/** A registration that has begun. */
export async function begun(ws: TestWorkspace, body: unknown): Promise<Told['body']> {
  const told = await register(ws, body);
  expect(told).toMatchObject({ status: 201 });
  return told.body;
}

/** By a code on the phone of `person`, and a password. */
export async function byPassword(ws: TestWorkspace, body: unknown, person: string): Promise<Told> {
  const { id } = await begun(ws, body);
  const code = await codeOn(ws, person);
  expect(await step(ws, id, 'code', { code })).toMatchObject({ status: 200, body: { next: 'password' } });
  return step(ws, id, 'password', { password: PASSWORD });
}

/** The step of a signature by a token; undefined: its plug-in does not sign. */
export async function signToken(
  ws: TestWorkspace,
  { id, toSign }: Pick<Told['body'], 'id' | 'toSign'>,
  person: string,
): Promise<Told | undefined> {
  const said = await signedByToken(ws, person, toSign);
  return said && step(ws, id, 'signature', { signedData: said.signedData });
}

/** A token that is asked to sign, its owner agreeing at once. */
export async function begunByToken(ws: TestWorkspace, person: string, kind = 'citizen') {
  await ws.configure({ signing: { autopilot: 'approve' } });
  return begun(ws, { method: 'usb', kind, person });
}

/** As whoever signs, and agrees at once. */
export async function bySignature(
  ws: TestWorkspace,
  body: { method: string; person?: string; [more: string]: unknown },
  email?: string,
): Promise<Told> {
  await ws.configure({ signing: { autopilot: 'approve' } });
  const about = await begun(ws, body);
  const { id, next } = about;
  const given = await (next === 'check' ? step(ws, id, 'check') : signToken(ws, about, body.person ?? ''));
  expect(given).toMatchObject({ status: 200, body: { next: 'confirm' } });
  return step(ws, id, 'confirm', email === undefined ? {} : { email });
}

export const fault = async (ws: TestWorkspace, rule: Record<string, unknown>): Promise<void> => {
  expect((await ws.control('/faults', jsonBody(rule))).status).toBe(201);
};

export const mai = {
  number: '099192000002',
  name: 'Trần Thị Mai',
  birth: '1992-11-20',
  phone: '0950000102',
};

/**
 * What comes of it when somebody registers with what is true of them: the fault, or that nothing refused. Steps that a
 * signature needs are gone through.
 */
export async function outcome(
  ws: TestWorkspace,
  person: Person,
  way: Way,
  kind: AccountKind,
): Promise<string> {
  await ws.configure({ signing: { autopilot: 'approve' } });
  const begun = await register(ws, { ...filled(way, person), method: way, kind });
  if (begun.status !== 201) return begun.body.code;
  if (begun.body.next === 'code') return 'succeeds';
  const { id, next } = begun.body;
  const given = await (next === 'check' ? step(ws, id, 'check') : signToken(ws, begun.body, person.slug));
  if (given?.status !== 200) return given?.body.code ?? 'no_certificate';
  const end = await step(ws, id, 'confirm');
  return end.status === 201 ? 'succeeds' : end.body.code;
}
