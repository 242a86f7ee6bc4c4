import type { Text } from '../../contracts/_contract.ts';
import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { CastMember } from '../_kit/page/panel.ts';
import { ASSETS } from '../_kit/wire.ts';
import { openedClaims } from '../_oidc/claims.ts';
import type { AuthorizationRequest } from '../_oidc/request.ts';
import { claimLabels, claimsOf, scopeGrants, scopes } from './domain.ts';
import { lawOn } from './law.ts';
import { pages } from './pages.ts';
import { wordsOf } from './words.ts';

export const frameOf = (request: AuthorizationRequest) =>
  ({ lang: request.uiLocale, assets: ASSETS }) as const;

export const clientOf = ({ client }: AuthorizationRequest) => ({ name: client.metadata.client_name });

/** The form's hidden field that carries the authorization request from page to page. */
export const carried = ({ query }: AuthorizationRequest) => ({ request: query });

/** Where a page asks how its QR code stands: a path, so that the page works under any name of this machine. */
export const qrPath = (x: Exchange, id: string): string =>
  `${new URL(x.base).pathname.replace(/\/$/, '')}/sign-in/qr/${id}`;

/** Back to the portal, which learns that nobody signed in. */
export const cancelUrl = (x: Exchange, { query }: AuthorizationRequest): string =>
  `${x.base}/sign-in/cancel?${query}`;

/** The sandbox's own phone of a person. */
export const phoneUrl = (x: Exchange, slug: string): string =>
  `${x.deps.origin}/${x.workspace.id}/phone/${encodeURIComponent(slug)}`;

/** How the panel sorts the cast; whoever fits none, as those whom a workspace adds, comes first. */
const groups: readonly [title: Text, ...tags: string[]][] = [
  [
    { vi: 'Tài khoản có điều khác thường', en: 'Accounts with something unusual' },
    'deceased',
    'locked',
    'not-activated',
    'level-1',
  ],
  [{ vi: 'Thuê bao di động', en: 'Mobile subscriptions' }, 'sim-', 'no-sim', 'two-sims'],
  [{ vi: 'Bảo hiểm', en: 'Insurance' }, 'insurance-', 'no-insurance'],
  [{ vi: 'Bưu điện', en: 'Post' }, 'post-', 'no-post-account'],
  [
    { vi: 'Tên và giấy tờ khó', en: 'Difficult names and papers' },
    'no-middle-name',
    'unicode',
    'same-name',
    'foreigner',
    'birth-year-only',
    'reissued-number',
    'no-identity-card',
    'apostrophe-name',
    'single-name',
    'long-name',
    'changed-name',
    'twins',
  ],
  [
    { vi: 'Người đại diện và cán bộ', en: 'Representatives and officials' },
    'legal-representative',
    'civil-servant',
  ],
];

/** A wanted tag that ends with a hyphen stands for all that begin so. */
const bears = (tags: readonly string[], wanted: string): boolean =>
  wanted.endsWith('-') ? tags.some((tag) => tag.startsWith(wanted)) : tags.includes(wanted);

const groupOf = ({ tags }: Person): { group?: Text } => {
  const found = groups.find(([, ...wanted]) => wanted.some((tag) => bears(tags, tag)));
  return found ? { group: found[0] } : {};
};

/** What tells nobody apart here: nearly all are active and of level 2, and accounts of the national portal are another matter. */
const untold = /^(active|level-2|account-.*|two-accounts)$/;

export const castMember = (person: Person): CastMember => ({
  slug: person.slug,
  name: person.name.full,
  reason: person.reason,
  tags: person.tags.filter((tag) => !untold.test(tag)),
  hint: person.personalNumber,
  ...groupOf(person),
});

export async function consentView(x: Exchange, request: AuthorizationRequest, person: Person) {
  const wishes = [...request.claims.userinfo, ...request.claims.idToken];
  const opened = openedClaims(claimsOf(person, lawOn(x.clock)), scopes, request.scopes, wishes);
  const { consentPage } = await pages();
  return consentPage({
    ...frameOf(request),
    client: clientOf(request),
    redirectHost: new URL(request.redirectUri).host || request.redirectUri,
    person: person.name.full,
    claims: Object.entries(opened).map(([wire, value]) => ({
      wire,
      label: claimLabels[wire] ?? { vi: wire, en: wire },
      value: wordsOf(wire, value),
    })),
    grants: request.scopes.flatMap((scope) => scopeGrants[scope] ?? []),
    post: { action: `${x.base}/consent`, hidden: carried(request) },
  });
}
