import * as z from 'zod';
import { redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Portal } from '../portal.ts';
import { type Applicant, type Note, noted } from './applicant.ts';
import { applicantById, applicantsBy, type Held, saveApplicants } from './applicants.ts';
import { identityOf, visitor } from './enter.ts';
import { maySync, type SyncPage } from './sync-offer.ts';

const answered = z.lazy(() =>
  z.object({ accounts: z.array(z.object({ techId: z.string(), outcome: z.string() })) }),
);

const PATIENCE_MS = 5_000;

/** Accounts of the national portal that are this person's by now. @throws Fault sync_failed */
async function fetchTechIds(x: Exchange, portal: Portal, about: Record<string, string>): Promise<string[]> {
  const credentials = Buffer.from(`${portal.clientId}:${portal.clientSecret}`).toString('base64');
  try {
    const answer = await x.deps.fetch(`${x.deps.origin}/${x.workspace.id}/dvcqg/api/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Basic ${credentials}` },
      body: JSON.stringify(about),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    const { accounts } = answered.parse(await answer.json());
    return accounts.filter(({ outcome }) => outcome.endsWith('linked')).map(({ techId }) => techId);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 100) : 'the call failed';
    throw new Fault('sync_failed', `the national portal: ${why}`);
  }
}

/** Who is signed in by VNeID, with the local account. @throws Fault not_yet, sign_in_required, vneid_required */
async function mayCollect(x: Exchange, portal: Portal, on: SyncPage) {
  if (!maySync(x, portal)) throw new Fault('not_yet', 'the function begins on 2024-06-28');
  const who = await visitor(x, portal, `/${on}`);
  if (who.elsewhere) throw new Fault('sign_in_required', 'nobody is signed in with a local account');
  if (who.session.provider !== 'vneid') {
    throw new Fault('vneid_required', 'whoever came by another account has none to bring others to');
  }
  return { identity: identityOf(who.session), account: who.applicant };
}

const noteAt = (x: Exchange, event: Note['event'], detail: string): Note => ({
  at: new Date(x.clock.now).toISOString(),
  event,
  rule: 'no-old-accounts',
  detail,
});

/** One local account takes others in; what they have submitted goes with them, because it hangs on them. */
function together(x: Exchange, into: Applicant, others: readonly Applicant[], techIds: readonly string[]) {
  const all = new Set([...into.techIds, ...others.flatMap((other) => other.techIds), ...techIds]);
  const detail = `${techIds.length} of the national portal, ${others.length} of this portal`;
  const target = noted({ ...into, techIds: [...all] }, noteAt(x, 'synced', detail));
  const gone = others.map((other) =>
    noted({ ...other, techIds: [], mergedInto: into.id }, noteAt(x, 'merged', `into ${into.id}`)),
  );
  return [target, ...gone];
}

async function localAccountsOf(x: Exchange, portal: Portal, techIds: readonly string[]): Promise<Held[]> {
  const held = await Promise.all(techIds.map((techId) => applicantsBy(x, portal, `tech:${techId}`)));
  return [...new Map(held.flat().map((each) => [each.applicant.id, each])).values()];
}

/**
 * "Cập nhật thông tin tài khoản từ CSDLQG về dân cư": the accounts that the national portal gave out under this number,
 * and what was submitted here under them, come to the VNeID account. Rule `no-old-accounts`: they sign in no more, and
 * nothing is lost. @throws Fault not_yet, sign_in_required, vneid_required, sync_failed
 */
export async function sync(x: Exchange<{ on: SyncPage }>, portal: Portal) {
  const { on } = x.input;
  const { identity, account } = await mayCollect(x, portal, on);
  const { number = '', sub, name, birth = '' } = identity;
  const about = { personalNumber: number, sub, fullName: name, birthDate: birth };
  const techIds = await fetchTechIds(x, portal, about);
  const mine = await applicantById(x, portal, account.id);
  const others = (await localAccountsOf(x, portal, techIds)).filter(
    ({ applicant }) => applicant.id !== account.id,
  );
  const isNew = others.length > 0 || techIds.some((techId) => !account.techIds.includes(techId));
  const nothing = techIds.length > 0 ? 'already-synced' : 'nothing-to-sync';
  if (!isNew) return redirect(`${x.base}/${on}?notice=${nothing}`, { status: 303 });
  const saves = together(
    x,
    account,
    others.map(({ applicant }) => applicant),
    techIds,
  ).map((applicant) => ({
    held: [mine, ...others].find((each) => each?.applicant.id === applicant.id),
    applicant,
  }));
  const changes = await saveApplicants(x, portal, saves);
  return redirect(`${x.base}/${on}?notice=synced`, { status: 303, changes });
}
