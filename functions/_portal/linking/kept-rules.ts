import { type LinkingRuleId, linkingRules } from '../../../contracts/portal/linking.ts';

/** Which file keeps which rule: a portal team copies from there. */
const places: Readonly<Partial<Record<LinkingRuleId, string>>> = {
  'key-by-techid': 'linking/decide.ts',
  'missing-techid': 'linking/decide.ts',
  'citizen-key': 'linking/decide.ts',
  'enterprise-key': 'linking/decide.ts',
  'agency-key': 'linking/link.ts',
  'no-key-by-contact': 'linking/decide.ts',
  'local-proof': 'linking/prove.ts',
  'verified-number': 'linking/population.ts',
  'unverified-card': 'linking/decide.ts',
  'number-renewed': 'linking/decide.ts',
  'relink-on-subject-change': 'linking/decide.ts',
  'level-two': 'linking/enter.ts',
  'locked-local': 'linking/decide.ts',
  'email-of-another': 'linking/decide.ts',
  'no-invented-email': 'linking/remember.ts',
  'enrich-once-verified': 'linking/remember.ts',
  'link-once': 'linking/applicants.ts',
  'consent-withdrawn': 'linking/unlink.ts',
  'no-old-accounts': 'linking/sync.ts',
  'state-bound': 'sign-in.ts',
  'no-token-in-url': 'session.ts',
  'tls-checked': 'discover.ts',
  'userinfo-fetched': 'received.ts',
  'code-verbatim': 'callback.ts',
};

/** The linking rules that a portal here keeps, in the order of the contract. */
export const keptRules = (Object.keys(linkingRules) as LinkingRuleId[]).flatMap((id) => {
  const where = places[id];
  return where === undefined
    ? []
    : [{ id, text: linkingRules[id].text, where: `functions/_portal/${where}` }];
});
