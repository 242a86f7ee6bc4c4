import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';

// It warns at start that memory is no place for production's sessions: known, and wanted here.
console.warn = () => undefined;
console.info = () => undefined;
const { Provider } = await import('oidc-provider');

const port = Number(process.argv[2]);
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const provider = new Provider(`http://localhost:${port}`, {
  clients: [
    {
      client_id: 'demo-portal',
      client_secret: 'demo-portal-secret',
      redirect_uris: ['http://localhost:9/callback'],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'RS256',
    },
  ],
  cookies: { keys: ['bench'] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'bench' }] },
});
const answer = provider.callback();

createServer(async (request, response) => {
  if (!request.url?.startsWith('/interaction/')) return answer(request, response);
  const grant = new provider.Grant({ accountId: 'an', clientId: 'demo-portal' });
  grant.addOIDCScope('openid');
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId: 'an' }, consent });
}).listen(port, '127.0.0.1');
