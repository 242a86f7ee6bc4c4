import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect } from 'vitest';
import { settingsSchema } from '../../contracts/_settings.ts';
import { PIN } from '../../contracts/_sign/signer.ts';
import { implement } from '../../functions/_kit/implement.ts';
import { random } from '../../functions/_kit/random.ts';
import { newWorkspace, workspaceKey } from '../../functions/_kit/workspace.ts';
import { certificateOf, certificates } from '../../functions/_sign/certificate.ts';
import { beginSigning, type NewSigning, signingById } from '../../functions/_sign/signing.ts';
import signer from '../../functions/signer/service.ts';
import { castDirectory } from '../../people/cast.ts';
import { request, store } from './exchange.ts';

// The signing apps on a store of their own, at a time of the test's choice.

/** Each test has a moment of its own, so that whatever is left of an earlier one is over. */
export const clock = { now: Date.now() };
/** URLs that the signing apps called. */
export let told: string[];
let errors: unknown[];

export const origin = 'http://hopcat.test';
const complain = (...about: unknown[]) => errors.push(about);
const house = () =>
  implement(signer, {
    store,
    random,
    origin,
    people: castDirectory,
    country: () => import('../../people/country/index.ts'),
    now: () => clock.now,
    local: true,
    log: { error: complain, warn: complain },
    fetch: async (input) => {
      told.push(String(input));
      return new Response(null, { status: 204 });
    },
  });

beforeEach(async () => {
  clock.now += 3_600_000;
  told = [];
  errors = [];
  await configure({});
  await ask('/app/pins/an', { method: 'DELETE' });
});

afterEach(() => expect(errors).toEqual([]));

export async function configure(signing: object): Promise<void> {
  const workspace = { ...newWorkspace('default', clock.now), settings: settingsSchema.parse({ signing }) };
  await store.commit([{ put: workspaceKey('default'), value: workspace }], clock.now);
}

export async function ask(path: string, init?: RequestInit) {
  const base = `${origin}/default/signer`;
  const mount = { workspace: 'default', base, path: path.replace(/\?.*/, '') };
  const answer = await house().fetch(new Request(base + path, init), mount);
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : undefined };
}

export const decide = (id: string, body: object) =>
  ask(`/app/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
export const approve = (id: string, pin = PIN, person = 'an') =>
  decide(id, { person, decision: 'approve', pin });
export const refuse = (id: string, person = 'an') => decide(id, { person, decision: 'refuse' });
export const inbox = async (person = 'an', older?: string) =>
  (await ask(`/app?${new URLSearchParams({ person, ...(older && { older }) })}`)).body;

export const contents = ['hợp đồng', 'phụ lục'];
export const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** As a provider asks: somebody is to sign two documents. */
export async function asked(slug = 'an', more: Partial<NewSigning> = {}): Promise<string> {
  const x = request(clock.now);
  const person = castDirectory.findBySlug(slug)!;
  const wanted = { provider: 'smartca', authority: 'vnpt-ca', person, kind: 'citizen' } as const;
  const { certificate, changes } = await certificateOf(x, wanted);
  const documents = contents.map((text, at) => ({
    id: `d${at}`,
    name: `${text}.pdf`,
    hash: 'sha256' as const,
    digest: digestOf(text).toString('base64'),
  }));
  const about = { system: 'smartca', client: 'demo-portal', asks: 'Cổng DVC Mẫu', description: 'Hồ sơ số 1' };
  const begun = await beginSigning(x, { ...about, certificate, documents, tells: false, own: {}, ...more });
  expect(await store.commit([...changes, ...begun.changes], clock.now)).toEqual({ ok: true });
  return begun.id;
}

export const outcomeOf = async (id: string) => (await signingById(request(clock.now), id))!.value.outcome;

export async function certificateFor(id: string) {
  const { serial } = (await signingById(request(clock.now), id))!.value;
  return (await request(clock.now).read(certificates, serial))!.value;
}
