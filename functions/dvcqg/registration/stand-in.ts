import { hash } from 'node:crypto';
import type { Person } from '../../../contracts/person.ts';
import { vietnamDate } from '../../_kit/clock.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personByPhone, personBySlug } from '../../_kit/people.ts';
import { digest, matches } from '../../_kit/perform.ts';
import type { Item } from '../../_kit/store.ts';
import { secret } from '../../_oidc/secret.ts';
import { agencyOf, birthOf, organisationOf } from './holder.ts';
import { signatures } from './kept.ts';
import type { AskedAtProvider } from './providers.ts';
import {
  type Holder,
  type Purpose,
  type SignatureOutcome,
  type SignatureProvider,
  type SignatureRequest,
  standInNote,
} from './signature.ts';

export interface Waiting {
  purpose: Purpose;
  method: SignatureRequest['method'];
  kind: SignatureRequest['kind'];
  /** Slug. */
  person: string;
  /** Number of the SIM. */
  phone?: string;
  pinHash: string;
  wrong: number;
}

const LIFETIME_SECONDS = 600;
const MOST_WRONG = 3;

/** @throws Fault no_certificate */
export function suits(person: Person | undefined, { kind, method }: SignatureRequest): Person {
  if (!person) throw new Fault('no_certificate', `nobody of the sandbox has this ${method}`);
  if (kind === 'enterprise' && !person.organisation)
    throw new Fault('no_certificate', `${person.slug} represents no enterprise`);
  if (kind === 'agency' && !person.civilServant)
    throw new Fault('no_certificate', `${person.slug} works for no state agency`);
  return person;
}

const askedFor = (x: Exchange, { method, phone, person }: SignatureRequest): Promise<Person | undefined> =>
  method === 'sim' ? personByPhone(x, phone ?? '') : personBySlug(x, person ?? '');

const yearsOn = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}-01-01`;

/** The same certificate for the same key, whenever it is asked for. */
function holderOf(x: Exchange, person: Person, { method, kind, phone }: Waiting): Holder {
  const today = vietnamDate(x.clock.now);
  const [organisation, agency] = [organisationOf(person), agencyOf(person)];
  return {
    name: person.name.full,
    number: person.personalNumber,
    birth: birthOf(person),
    person: person.slug,
    ...(phone !== undefined && { phone }),
    ...(kind === 'enterprise' && organisation && { organisation }),
    ...(kind === 'agency' && agency && { agency }),
    serial: hash('sha256', `stand-in:${person.slug}:${method}:${kind}`).slice(0, 32).toUpperCase(),
    issuer: 'HopCat – bên ký thử (không có chứng thư thật)',
    validFrom: yearsOn(today, 0),
    validTo: yearsOn(today, 3),
  };
}

async function begin(x: Exchange, asked: SignatureRequest) {
  const person = suits(await askedFor(x, asked), asked);
  x.remarks.person = person.slug;
  const transaction = secret(x.deps.random, 18);
  const pin = String(Buffer.from(x.deps.random(6)).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  const { purpose, method, kind, phone } = asked;
  const waiting: Waiting = {
    purpose,
    method,
    kind,
    person: person.slug,
    ...(method === 'sim' && phone !== undefined && { phone }),
    pinHash: digest(`${transaction}:${pin}`),
    wrong: 0,
  };
  const change = x.put(signatures, digest(transaction), waiting, { lifetime: LIFETIME_SECONDS });
  return { transaction, prompt: { what: standInNote, pin }, changes: [change] };
}

const refused = (code: string, detail: string): Extract<SignatureOutcome, { ok: false }> => ({
  ok: false,
  fault: new Fault(code, detail),
  changes: [],
});

const isWaiting = (item: Item<Waiting | AskedAtProvider> | undefined): item is Item<Waiting> =>
  item !== undefined && 'pinHash' in item.value;

/** A real device blocks itself too; this one is as good as new at the next transaction. */
function missed(x: Exchange, item: Item<Waiting>): SignatureOutcome {
  const wrong = item.value.wrong + 1;
  if (wrong >= MOST_WRONG)
    return { ...refused('pin_blocked', `${MOST_WRONG} wrong PINs`), changes: [x.remove(item)] };
  const change = x.put(
    signatures,
    item.key[3],
    { ...item.value, wrong },
    {
      if: { version: item.version },
      ...(item.expires !== undefined && { expires: item.expires }),
    },
  );
  return { ...refused('wrong_pin', `${MOST_WRONG - wrong} tries are left`), changes: [change] };
}

async function confirm(
  x: Exchange,
  transaction: string,
  { purpose, pin = '' }: { purpose: Purpose; pin?: string },
): Promise<SignatureOutcome> {
  const found = await x.read(signatures, digest(transaction));
  const item = isWaiting(found) && found.value.purpose === purpose ? found : undefined;
  if (!item) return refused('signature_expired', 'no signature is waited for under this transaction');
  const person = await personBySlug(x, item.value.person);
  if (!person) return refused('no_certificate', 'the person was removed from the workspace');
  x.remarks.person = person.slug;
  if (!matches(`${transaction}:${pin.trim()}`, item.value.pinHash)) return missed(x, item);
  return { ok: true, holder: holderOf(x, person, item.value), changes: [x.remove(item)] };
}

/** In place of a USB token: anybody's key, by a PIN that is shown. It signs nothing. */
export const standIn: SignatureProvider = { begin, confirm };
