import * as z from 'zod';
import { exchangeScopes } from '../../contracts/_dvcqg/exchange-claims.ts';
import type { ClientMetadata } from '../../contracts/_oidc.ts';
import { scopes } from '../../contracts/_vneid.ts';
import { mergePatch } from '../../people/patch.ts';
import { type Answer, empty, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { parsed } from '../_kit/issues.ts';
import { digest } from '../_kit/perform.ts';
import { refuseForeignNumbers } from '../_kit/settings.ts';
import { builtInClients, type Client, findClient, isBuiltIn } from '../_oidc/client.ts';
import { type ClientBook, providerKinds } from '../_oidc/profile.ts';
import { readMetadata, registerClient, revised, SECRET_METHODS } from '../_oidc/register.ts';
import { secret as randomText } from '../_oidc/secret.ts';
import { forgetClient } from './forget-client.ts';

/** Each provider's clients: declared by the same engine, so that no call and no import of the system is needed. */
export const books = {
  vneid: { system: 'vneid', kinds: providerKinds('vneid'), scopes },
  dvcqg: {
    system: 'dvcqg',
    kinds: providerKinds('dvcqg'),
    scopes: exchangeScopes,
    secretEitherWay: true,
  },
} as const satisfies Record<string, ClientBook>;

/** The provider that a call is about: `?system=`, VNeID unless told. */
const bookOf = ({ query }: Exchange): ClientBook => (query.system === 'dvcqg' ? books.dvcqg : books.vneid);

const scopeNamesOf = (x: Exchange): string[] => Object.keys(bookOf(x).scopes);

/** The exchange gives everybody a refresh token, so its clients may use one unless they say otherwise. */
const withGrants = (x: Exchange, metadata: ClientMetadata): ClientMetadata =>
  bookOf(x).system === 'dvcqg'
    ? { grant_types: ['authorization_code', 'refresh_token'], ...metadata }
    : metadata;

/** What a caller may choose, and what answers hold besides metadata, so that an answer can be sent back changed. */
const given = z.lazy(() =>
  z.looseObject({
    client_id: z
      .string()
      .regex(
        /^[A-Za-z0-9._~:@-]{1,200}$/,
        'Chữ cái, chữ số và . _ ~ : @ -, tối đa 200 / Letters, digits and . _ ~ : @ -, at most 200',
      )
      .optional(),
    client_secret: z
      .string()
      .regex(
        /^[\x21-\x7e]{1,200}$/,
        'Ký tự ASCII in được, không có dấu cách, tối đa 200 / Printable ASCII without spaces, at most 200',
      )
      .optional(),
  }),
);

const told = [
  'client_id_issued_at',
  'client_secret_expires_at',
  'registration_client_uri',
  'registration_access_token',
  'built_in',
];

function opened(x: Exchange, raw: unknown) {
  const { client_id: id, client_secret: secret, ...rest } = parsed(given, raw);
  refuseForeignNumbers({ client_id: id ?? '' }, x.isOurs);
  const sent = Object.fromEntries(Object.entries(rest).filter(([name]) => !told.includes(name)));
  const metadata = withGrants(x, readMetadata(x, sent, scopeNamesOf(x)));
  const method = metadata.token_endpoint_auth_method ?? 'client_secret_basic';
  if (secret !== undefined && !SECRET_METHODS.includes(method)) {
    throw new Fault(
      'invalid_client_metadata',
      `a client that authenticates by '${method}' has no client_secret`,
    );
  }
  return { id, secret, metadata };
}

const bodyOf = (x: Exchange, client: Client) => ({
  client_id: client.id,
  client_id_issued_at: client.issuedAt,
  ...client.metadata,
  ...(bookOf(x).system === 'vneid' && {
    registration_client_uri: `${x.deps.origin}/${x.workspace.id}/vneid/register/${encodeURIComponent(client.id)}`,
  }),
  ...(isBuiltIn(client.id) && { built_in: true }),
});

export async function listClients(x: Exchange): Promise<Answer> {
  const book = bookOf(x);
  const builtIn = await Promise.all(builtInClients.map((id) => findClient(x, book, id)));
  const own = (await x.list(book.kinds.client)).map(({ value }) => value);
  const all = [...builtIn.filter((client) => client !== undefined), ...own];
  return json({ clients: all.map((client) => bodyOf(x, client)) });
}

/** WSO2 Identity Server, and so the exchange, gives ids of 28 signs. */
const idLike = (x: Exchange): string | undefined =>
  bookOf(x).system === 'dvcqg' ? randomText(x.deps.random, 21) : undefined;

export async function addClient(x: Exchange<Record<string, unknown>>): Promise<Answer> {
  const { id, secret, metadata } = opened(x, x.input);
  if (id !== undefined && (await findClient(x, bookOf(x), id))) {
    throw new Fault('client_exists', `there is a client '${id}' already`);
  }
  const named = id ?? idLike(x);
  const registered = registerClient(x, bookOf(x), metadata, {
    ...(named && { id: named }),
    ...(secret && { secret }),
  });
  const { client, clientSecret, registrationToken, change } = registered;
  x.remarks.client = client.id;
  const body = {
    ...bodyOf(x, client),
    registration_access_token: registrationToken,
    ...(clientSecret !== undefined && { client_secret: clientSecret, client_secret_expires_at: 0 }),
  };
  return json(body, { status: 201, changes: [change] });
}

async function named(x: Exchange): Promise<Client> {
  const id = x.params.client ?? '';
  const client = await findClient(x, bookOf(x), id);
  if (!client) throw new Fault('not_found', `there is no client '${id}' in this workspace`);
  x.remarks.client = client.id;
  return client;
}

export const showClient = async (x: Exchange): Promise<Answer> => json(bodyOf(x, await named(x)));

/** The stored item of a client that may be changed. @throws Fault not_found, built_in_client */
async function own(x: Exchange) {
  const { id } = await named(x);
  if (isBuiltIn(id)) throw new Fault('built_in_client', `every workspace has '${id}' as it is`);
  return (await x.read(bookOf(x).kinds.client, id))!;
}

async function change(x: Exchange, raw: (client: Client) => unknown): Promise<Answer> {
  const { value, version } = await own(x);
  const { id, secret, metadata } = opened(x, raw(value));
  if (id !== undefined && id !== value.id) {
    throw new Fault('invalid_client_metadata', 'client_id cannot be changed: register another client');
  }
  const kept = secret === undefined ? value : { ...value, secretHash: digest(secret) };
  const client = revised(kept, metadata, scopeNamesOf(x));
  const put = x.put(bookOf(x).kinds.client, client.id, client, { if: { version } });
  return json(bodyOf(x, client), { changes: [put] });
}

export const replaceClient = (x: Exchange<Record<string, unknown>>): Promise<Answer> =>
  change(x, () => x.input);

export const changeClient = (x: Exchange<Record<string, unknown>>): Promise<Answer> =>
  change(x, ({ metadata }) => mergePatch(metadata, x.input));

/** Its codes, tokens and consents go too: another client may come by the same name (RFC 7592, 2.3). */
export async function deleteClient(x: Exchange): Promise<Answer> {
  const item = await own(x);
  return empty({ changes: [x.remove(item)], after: () => forgetClient(x, bookOf(x), item.value.id) });
}
