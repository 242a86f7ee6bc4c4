import { json, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { frameOf, pages } from '../pages/frame-of.ts';
import type { Portal } from '../portal.ts';
import type { Applicant } from './applicant.ts';
import { everyApplicant } from './applicants.ts';
import { visitor } from './enter.ts';
import { syncOffer } from './sync-offer.ts';

export async function account(x: Exchange<{ notice?: string | undefined }>, portal: Portal) {
  const who = await visitor(x, portal, '/account');
  if (who.elsewhere) return who.elsewhere;
  const { accountPage } = await pages();
  return page(
    accountPage({
      ...frameOf(portal),
      base: x.base,
      account: who.applicant,
      provider: who.session.provider,
      unlink: { action: `${x.base}/account/unlink` },
      signOut: { action: `${x.base}/sign-out` },
      ...syncOffer(x, portal, who.session, 'account'),
    }),
  );
}

const dataOf = (applicant: Applicant) => ({
  id: applicant.id,
  kind: applicant.kind,
  username: applicant.username ?? null,
  status: applicant.status,
  name: applicant.name,
  number: applicant.number ?? null,
  cmnd: applicant.cmnd ?? null,
  taxCode: applicant.taxCode ?? null,
  numberFrom: applicant.numberFrom,
  email: applicant.email ?? null,
  TechIDs: applicant.techIds,
  sub: applicant.sub ?? null,
  verified: applicant.verified,
  mergedInto: applicant.mergedInto ?? null,
  createdAt: applicant.createdAt,
  notes: applicant.notes,
});

export const listAccounts = async (x: Exchange, portal: Portal) =>
  json({ accounts: (await everyApplicant(x, portal)).map(dataOf) });
