// A whole sign-in with nothing but fetch, so that it runs wherever Node does.
const [issuer] = process.argv.slice(2);
const redirect_uri = 'http://localhost/callback';
const client = `Basic ${btoa('demo-portal:demo-portal-secret')}`;

await fetch(new URL('./control/settings', issuer), {
  method: 'PATCH',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ autopilot: { person: 'an' } }),
});
const query = new URLSearchParams({
  response_type: 'code',
  client_id: 'demo-portal',
  redirect_uri,
  scope: 'openid profile',
  state: 's',
  nonce: 'n',
});
const answer = await fetch(`${issuer}/auth?${query}`, { redirect: 'manual' });
const code = new URL(answer.headers.get('location')).searchParams.get('code');
const token = await fetch(`${issuer}/token`, {
  method: 'POST',
  headers: { authorization: client },
  body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri }),
});
const { access_token } = await token.json();
const userinfo = await fetch(`${issuer}/userinfo`, { headers: { authorization: `Bearer ${access_token}` } });
console.log(await userinfo.text());
