import type { PopulationRequest } from '../../contracts/_population-requests.ts';
import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personByCmnd, personByNumber } from '../_kit/people.ts';
import { digest } from '../_kit/perform.ts';
import { type Change, kind } from '../_kit/store.ts';
import { envelope } from '../_soap/envelope.ts';
import { collection, emptyVerdict, verdict } from './answer-xml.ts';
import { knownYearsAgo, mismatch, YEARS_AGO, yearsAgo } from './domain.ts';
import type { RegisterOperation } from './operations.ts';
import { emptied, familyRecord, fullRecord } from './record.ts';

const requestKind = kind<{ at: number }>(
  'population',
  'request',
  'id: SHA-256 of the caller and MaYeuCau. A request that was answered, and when (token clock): it is not answered again. A day.',
  { hot: true },
);

const DAY_SECONDS = 24 * 3600;

/** @throws Fault duplicate_request */
async function onlyOnce(x: Exchange, caller: string, { MaYeuCau }: PopulationRequest): Promise<Change> {
  const id = digest(JSON.stringify([caller, MaYeuCau]));
  if (await x.read(requestKind, id))
    throw new Fault('duplicate_request', 'MaYeuCau was used less than a day ago');
  return x.put(requestKind, id, { at: x.clock.now }, { lifetime: DAY_SECONDS, if: 'absent' });
}

const personAsked = (x: Exchange, { SoDinhDanh, SoCMND }: PopulationRequest) =>
  SoDinhDanh === undefined ? personByCmnd(x, SoCMND ?? '') : personByNumber(x, SoDinhDanh);

const somebodyElse = (x: Exchange, person: Person | undefined): Person | undefined =>
  x.deps.people.people.find(({ slug }) => slug !== person?.slug);

/** Whom the register takes the request to be about, when nothing or something goes wrong. */
async function found(x: Exchange, request: PopulationRequest): Promise<Person | undefined> {
  const asked = await personAsked(x, request);
  if (asked) x.remarks.person = asked.slug;
  const why = mismatch(asked, request);
  if (why !== undefined) x.remarks.notes.push(`No match: ${why}`);
  if (x.failure === 'wrong-person') return somebodyElse(x, asked);
  return why === undefined ? asked : undefined;
}

function verdictOn(x: Exchange, request: PopulationRequest, person: Person | undefined) {
  if (x.failure === 'empty') return emptyVerdict();
  if (!person || mismatch(person, request) !== undefined) return verdict(false);
  return verdict(x.failure !== 'stale-data' || knownYearsAgo(person, request));
}

function recordOf(x: Exchange, { name }: RegisterOperation, person: Person | undefined) {
  const { wholeNameInTen } = x.workspace.settings.population;
  const today = x.failure === 'stale-data' ? YEARS_AGO : x.clock.today;
  const record = name === 'TraCuuThongTinCongDan' ? fullRecord : familyRecord;
  const shown = person && (x.failure === 'stale-data' ? yearsAgo(person) : person);
  const tree = shown && record(shown, { wholeNameInTen, today });
  const deceasedOn =
    shown?.deceasedOn !== undefined && shown.deceasedOn <= today ? shown.deceasedOn : undefined;
  const at = x.failure === 'stale-data' ? Date.parse(`${YEARS_AGO}T00:00:00+07:00`) : x.clock.now;
  return collection(x.failure === 'empty' && tree ? emptied(tree) : tree, { at, deceasedOn });
}

/** The SOAP answer to a request that is right in itself, and what is to be kept. @throws Fault duplicate_request */
export async function answerTo(
  x: Exchange,
  operation: RegisterOperation,
  request: PopulationRequest,
  caller: string,
): Promise<{ soap: string; changes: readonly Change[] }> {
  const once = await onlyOnce(x, caller, request);
  const person = await found(x, request);
  const content =
    operation.answer === 'KetQuaXacThuc' ? verdictOn(x, request, person) : recordOf(x, operation, person);
  return { soap: envelope(content), changes: [once] };
}
