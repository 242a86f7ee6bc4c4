/** A person's item, without the person. */
export const personItem = { system: 'control', kind: 'person', id: 'tam' };
/** A client's item, without the client. */
export const clientItem = { system: 'vneid', kind: 'client', id: 'x' };
const hash = 'a'.repeat(43);
/** A client, as it is stored. */
export const storedClient = {
  id: 'x',
  issuedAt: 0,
  secretHash: hash,
  authMethods: ['client_secret_basic'],
  metadata: {
    redirect_uris: ['https://a.example/cb'],
    client_name: 'x',
    grant_types: ['authorization_code'],
    scope: 'openid',
    subject_type: 'public',
    id_token_signed_response_alg: 'RS256',
  },
};
