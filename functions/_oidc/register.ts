import { type ClientMetadata, clientMetadata } from '../../contracts/_oidc.ts';
import { type Answer, empty, json } from '../_kit/answer.ts';
import { seconds } from '../_kit/clock.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { bilingual, errorsOf, invalidInput } from '../_kit/issues.ts';
import { placesOfForeignNumbers } from '../_kit/mask.ts';
import { digest, matches } from '../_kit/perform.ts';
import type { Change, Item } from '../_kit/store.ts';
import { type AuthMethod, type Client, isBuiltIn, withDefaults } from './client.ts';
import { noScope } from './no-scope.ts';
import type { ClientBook, Profile } from './profile.ts';
import { secret } from './secret.ts';
import { checkSector } from './sector.ts';
import { isUsable } from './usable-key.ts';

export const SECRET_METHODS: readonly AuthMethod[] = ['client_secret_basic', 'client_secret_post'];

/** What the fields say together, which no single schema sees. */
const rules: readonly [detail: string, broken: (metadata: ClientMetadata) => boolean][] = [
  [
    'send either jwks or jwks_uri, not both',
    ({ jwks, jwks_uri }) => jwks !== undefined && jwks_uri !== undefined,
  ],
  [
    'jwks holds a key that is not whole, or an RSA key of less than 2048 bits',
    ({ jwks }) => jwks !== undefined && !jwks.keys.every(isUsable),
  ],
  [
    'response_types code needs the grant type authorization_code',
    ({ grant_types }) => grant_types !== undefined && !grant_types.includes('authorization_code'),
  ],
  [
    'private_key_jwt needs jwks or jwks_uri',
    (client) => client.token_endpoint_auth_method === 'private_key_jwt' && !client.jwks && !client.jwks_uri,
  ],
  [
    'the encrypted profile needs an RSA key in jwks, to which the AES key is wrapped',
    ({ vneid_profile, jwks }) =>
      vneid_profile === 'encrypted' && !jwks?.keys.some(({ kty, use }) => kty === 'RSA' && use !== 'sig'),
  ],
  [
    'pairwise subjects with redirect URIs on several hosts need sector_identifier_uri',
    ({ subject_type, sector_identifier_uri, redirect_uris }) =>
      subject_type === 'pairwise' &&
      sector_identifier_uri === undefined &&
      new Set(redirect_uris.map((uri) => new URL(uri).host)).size > 1,
  ],
];

const invalid = (detail: string): Fault => new Fault('invalid_client_metadata', detail);

/** Metadata that may be kept; what nobody knows is left out (RFC 7591, 2). @throws Fault */
export function readMetadata(x: Exchange, raw: unknown, scopes: readonly string[]): ClientMetadata {
  const result = clientMetadata.safeParse(raw, { error: bilingual });
  if (!result.success) {
    const { issues } = result.error;
    const ofRedirects = issues[0]!.path[0] === 'redirect_uris';
    throw invalidInput(errorsOf(issues), ofRedirects ? 'invalid_redirect_uri' : 'invalid_client_metadata');
  }
  const metadata = result.data;
  const [place] = placesOfForeignNumbers(metadata, x.isOurs);
  if (place !== undefined) {
    throw invalid(`${place}: a twelve-digit number that is not the sandbox's own is not kept: take it out`);
  }
  const unknown = (metadata.scope ?? '').split(' ').find((scope) => scope && !scopes.includes(scope));
  if (unknown !== undefined) throw invalid(noScope(unknown, scopes));
  for (const [detail, broken] of rules) if (broken(metadata)) throw invalid(detail);
  return metadata;
}

interface Registered {
  client: Client;
  /** Told once, never again. */
  clientSecret?: string;
  registrationToken: string;
  change: Change;
}

/** A new client of this workspace. `id` and `secret` are made up unless given. */
export function registerClient(
  x: Exchange,
  { kinds, scopes, secretEitherWay = false }: ClientBook,
  metadata: ClientMetadata,
  given: { id?: string; secret?: string } = {},
): Registered {
  const id = given.id ?? secret(x.deps.random, 16);
  if (isBuiltIn(id)) throw invalid(`the client id '${id}' is taken`);
  const { token_endpoint_auth_method: named } = metadata;
  const method = named ?? 'client_secret_basic';
  const either = secretEitherWay && named === undefined;
  const clientSecret = SECRET_METHODS.includes(method) ? (given.secret ?? secret(x.deps.random)) : undefined;
  const registrationToken = secret(x.deps.random);
  const client: Client = {
    id,
    issuedAt: seconds(x.clock.now),
    ...(clientSecret !== undefined && { secretHash: digest(clientSecret) }),
    registrationTokenHash: digest(registrationToken),
    authMethods: either ? SECRET_METHODS : [method],
    metadata: withDefaults(
      either ? metadata : { ...metadata, token_endpoint_auth_method: method },
      Object.keys(scopes),
    ),
  };
  const change = x.put(kinds.client, id, client, { if: 'absent' });
  return { client, ...(clientSecret !== undefined && { clientSecret }), registrationToken, change };
}

/** RFC 7591, 3.2.1. */
export const clientBody = (x: Exchange, { paths }: Profile, client: Client) => ({
  ...client.metadata,
  client_id: client.id,
  client_id_issued_at: client.issuedAt,
  registration_client_uri: `${x.base}${paths.register}/${encodeURIComponent(client.id)}`,
});

export async function register(x: Exchange<Record<string, unknown>>, profile: Profile): Promise<Answer> {
  const metadata = readMetadata(x, x.input, Object.keys(profile.scopes));
  await checkSector(x, metadata);
  const { client, clientSecret, registrationToken, change } = registerClient(x, profile, metadata);
  x.remarks.client = client.id;
  const body = {
    ...clientBody(x, profile, client),
    registration_access_token: registrationToken,
    ...(clientSecret !== undefined && { client_secret: clientSecret, client_secret_expires_at: 0 }),
  };
  return json(body, { status: 201, changes: [change] });
}

const bearerOf = (x: Exchange): string | undefined =>
  /^Bearer (.+)$/i.exec(x.request.headers.get('authorization') ?? '')?.[1];

/** RFC 7592: whoever holds the registration access token manages that one client. */
async function managed(x: Exchange, { kinds }: Profile): Promise<Item<Client>> {
  const token = bearerOf(x);
  const item = await x.read(kinds.client, x.params.client ?? '');
  const hash = item?.value.registrationTokenHash;
  if (!item || token === undefined || hash === undefined || !matches(token, hash)) {
    throw new Fault(
      'invalid_token',
      'the registration access token is missing, wrong, or of another client',
      {
        headers: { 'www-authenticate': 'Bearer realm="HopCat", error="invalid_token"' },
      },
    );
  }
  x.remarks.client = item.value.id;
  return item;
}

/** RFC 7592, 3: the registration access token is told again; the secret is not, since only its hash is kept. */
const managedBody = (x: Exchange, profile: Profile, client: Client) => ({
  ...clientBody(x, profile, client),
  registration_access_token: bearerOf(x),
});

export const readClient = async (x: Exchange, profile: Profile): Promise<Answer> =>
  json(managedBody(x, profile, (await managed(x, profile)).value));

/** RFC 7592, 2.2. */
const notForUpdates = [
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
];

/** RFC 7592, 2.2: the new metadata take the place of all the old. */
export async function updateClient(x: Exchange<Record<string, unknown>>, profile: Profile): Promise<Answer> {
  const item = await managed(x, profile);
  const { client_id, client_secret, ...raw } = x.input;
  if (client_id !== item.value.id) throw invalid('client_id must be there, and cannot be changed');
  const own = notForUpdates.find((name) => name in raw);
  if (own !== undefined) throw invalid(`${own} is not the client's to set`);
  if (typeof client_secret === 'string' && !matches(client_secret, item.value.secretHash ?? digest(''))) {
    throw invalid('client_secret is not the one of this client');
  }
  const metadata = readMetadata(x, raw, Object.keys(profile.scopes));
  await checkSector(x, metadata);
  const client = revised(item.value, metadata, Object.keys(profile.scopes));
  const change = x.put(profile.kinds.client, client.id, client, { if: { version: item.version } });
  return json(managedBody(x, profile, client), { changes: [change] });
}

/** A client with other metadata: same id, same secret, same way to authenticate unless another is named. */
export function revised(client: Client, metadata: ClientMetadata, scopes: readonly string[]): Client {
  const { token_endpoint_auth_method: named } = metadata;
  if (named === undefined && client.authMethods.length > 1)
    return { ...client, metadata: withDefaults(metadata, scopes) };
  const method = named ?? client.authMethods[0]!;
  if (SECRET_METHODS.includes(method) && client.secretHash === undefined) {
    throw invalid('a client without a secret cannot change to one with: register a new client');
  }
  const full = withDefaults({ ...metadata, token_endpoint_auth_method: method }, scopes);
  return { ...client, authMethods: [method], metadata: full };
}

export async function deleteClient(x: Exchange, profile: Profile): Promise<Answer> {
  return empty({ changes: [x.remove(await managed(x, profile))] });
}
