import * as client from 'openid-client';

const ISSUER = new URL('https://sso.dancuquocgia.gov.vn');
const CALLBACK = 'https://portal.example/callback';

/** The registration of the portal below. */
export const registration = {
  client_id: 'my-portal',
  client_secret: 'a-secret-of-my-own',
  redirect_uris: [CALLBACK],
};

export interface SignIn {
  url: URL;
  finish(callback: URL): Promise<client.UserInfoResponse>;
}

/** A portal's own code, as it runs in production: nothing in it knows that VNeID is not there. */
export async function beginSignIn(): Promise<SignIn> {
  const { client_id, client_secret } = registration;
  const basic = client.ClientSecretBasic(client_secret);
  const config = await client.discovery(ISSUER, client_id, client_secret, basic);
  const [state, nonce, verifier] = [
    client.randomState(),
    client.randomNonce(),
    client.randomPKCECodeVerifier(),
  ];
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    scope: 'openid profile',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return {
    url,
    async finish(callback) {
      const tokens = await client.authorizationCodeGrant(config, callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      });
      const { sub } = tokens.claims() as { sub: string };
      return client.fetchUserInfo(config, tokens.access_token, sub);
    },
  };
}
