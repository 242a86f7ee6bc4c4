import type { Person } from '../../contracts/person.ts';
import { json, page, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { everybody } from '../_kit/people.ts';
import { digest } from '../_kit/perform.ts';
import { ASSETS } from '../_kit/wire.ts';
import {
  ofCertificate,
  type Pin,
  type QrSignIn,
  qrApproval,
  type SignRequest,
  signatureApproval,
  spaced,
} from './domain.ts';
import { inbox } from './messages.ts';
import { outbox } from './outbox.ts';
import { ownerOf } from './owner.ts';
import { type PhoneState, phoneFragment, phonePage, phonesPage } from './pages.ts';
import { phonePath } from './paths.ts';
import { scanned, scanning } from './scans.ts';
import { type SignInbox, signInbox } from './signer.ts';
import { openSignIn, openSignIns } from './vneid.ts';

const frame = { lang: 'vi', assets: ASSETS } as const;

/** A room full of trainees has many codes on its screens; the newest are the ones to scan. */
const SCANS_SHOWN = 20;

const secondsLeft = (x: Exchange, expiresAt: number): number =>
  Math.max(0, Math.ceil((expiresAt - x.clock.now) / 1000));

/** A phone still shows its messages when a system that asks for approval does not answer. */
async function ifAny<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Fault) return otherwise;
    throw error;
  }
}

const NOTHING: SignInbox = { requests: [], older: null, pin: { triesLeft: 1, triedWrong: false } };

const approvalPost = (x: Exchange, slug: string, id: string) => ({
  action: `${phonePath(x, slug)}/approvals/${encodeURIComponent(id)}`,
});

const approvalView = (x: Exchange, slug: string) => (signIn: QrSignIn) => {
  const { id, title, asks, details, expiresAt } = qrApproval(signIn);
  return {
    id,
    title,
    asks,
    details,
    secondsLeft: secondsLeft(x, expiresAt),
    post: approvalPost(x, slug, id),
  };
};

const signatureView = (x: Exchange, slug: string, pin: Pin) => (request: SignRequest) => {
  const { id, title, asks, details, documents = [], expiresAt } = signatureApproval(request, pin);
  const [about, certificate] = [
    details.filter((each) => !ofCertificate(each)),
    details.filter(ofCertificate),
  ];
  const facts = { id, title, asks, details: about, documents, certificate, pin };
  return { ...facts, secondsLeft: secondsLeft(x, expiresAt), post: approvalPost(x, slug, id) };
};

const scanView =
  (x: Exchange, slug: string) =>
  ({ id, code, client, expiresAt }: QrSignIn) => ({
    id,
    shortCode: code,
    asks: client,
    secondsLeft: secondsLeft(x, expiresAt),
    post: { action: `${phonePath(x, slug)}/scan`, hidden: { id } },
  });

type Paged = Exchange<{ older?: string | undefined }>;

/** Of one page of the requests to sign; the newest have none. */
const pageQuery = (older: string | undefined): string =>
  older === undefined ? '' : `?${new URLSearchParams({ older })}`;

/** Where older requests to sign are, and the newest again. */
const pagesOf = (here: string, before: string | undefined, older: string | null) => ({
  ...(older !== null && { older: here + pageQuery(older) }),
  ...(before !== undefined && { newest: here }),
});

async function stateOf(x: Paged, person: Person): Promise<PhoneState> {
  const { slug } = person;
  const before = x.input.older;
  const [received, sent, open, mine, { requests, older, pin }] = await Promise.all([
    inbox(x, slug),
    outbox(x, slug),
    ifAny(openSignIns(x), []),
    scanned(x, slug),
    ifAny(signInbox(x, slug, before), NOTHING),
  ]);
  const approvals = open.filter(({ id }) => mine.has(id));
  const scans = open.filter(({ id }) => !mine.has(id)).slice(0, SCANS_SHOWN);
  const shown = [received, sent, approvals, scans, requests].map((items) => items.map(({ id }) => id));
  const seen = [...shown, pin.triesLeft, older];
  return {
    lang: 'vi',
    person: { name: person.name.full, phone: spaced(person.phones[0]?.number ?? '') },
    now: x.clock.now,
    version: digest(JSON.stringify(seen)).slice(0, 22),
    approvals: approvals.map(approvalView(x, slug)),
    signatures: requests.map(signatureView(x, slug, pin)),
    pages: pagesOf(phonePath(x, slug), before, older),
    ...(pin.triesLeft === 0 && { blocked: { action: `${phonePath(x, slug)}/pin/unblock` } }),
    scans: scans.map(scanView(x, slug)),
    messages: [
      ...received.map(({ from, ...message }) => ({ sender: from, ...message })),
      ...sent.map(({ from: _, ...message }) => message),
    ].sort((a, b) => (a.id < b.id ? 1 : -1)),
  };
}

interface PhoneQuery {
  done?: 'approve' | 'refuse' | undefined;
  fragment?: '1' | undefined;
  scan?: string | undefined;
  older?: string | undefined;
}

export async function phone(x: Exchange<PhoneQuery>) {
  const person = await ownerOf(x);
  const here = phonePath(x, person.slug);
  if (x.input.scan !== undefined) {
    const signIn = await openSignIn(x, x.input.scan);
    return redirect(here, { changes: [scanning(x, person.slug, signIn)] });
  }
  const { done } = x.input;
  const state = { ...(await stateOf(x, person)), ...(done && { done }) };
  if (x.input.fragment) return page(phoneFragment(state));
  const query = pageQuery(x.input.older);
  const urls = {
    stateUrl: `${here}/state${query}`,
    reloadUrl: here + query,
    phonesUrl: new URL(x.base).pathname,
  };
  const compose = person.phones.length > 0 && {
    post: { action: `${here}/outbox` },
    sims: person.phones.map(({ number }) => ({ number, shown: spaced(number) })),
  };
  return page(phonePage({ ...frame, ...state, ...urls, ...(compose && { compose }) }));
}

export const state = async (x: Paged) => json({ version: (await stateOf(x, await ownerOf(x))).version });

export async function scan(x: Exchange<{ id: string }>) {
  const { slug } = await ownerOf(x);
  const signIn = await openSignIn(x, x.input.id);
  return redirect(phonePath(x, slug), { status: 303, changes: [scanning(x, slug, signIn)] });
}

/** Everybody's phone; with a QR code, the one to scan it with. */
export async function phones(x: Exchange<{ scan?: string | undefined }>) {
  const { scan: id } = x.input;
  if (id !== undefined) await openSignIn(x, id);
  const query = id === undefined ? '' : `?${new URLSearchParams({ scan: id })}`;
  const people = (await everybody(x)).map(({ slug, name, phones: [first] }) => ({
    slug,
    name: name.full,
    phone: spaced(first?.number ?? ''),
    url: phonePath(x, slug) + query,
  }));
  return page(phonesPage({ ...frame, phones: people }));
}
