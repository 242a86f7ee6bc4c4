import { setupServer } from 'msw/node';
import * as client from 'openid-client';
import { afterEach, expect, test } from 'vitest';
import { type HopCat, type HopCatOptions, hopcat } from '../../mocks/handlers.ts';
import { read } from '../structure/imports.ts';

const pages = ['README.md', 'README.vi.md'];
const ISSUER = 'http://localhost:4100/default/vneid';
const CALLBACK = 'http://localhost:3000/callback';
const own = { client_id: 'my-portal', client_secret: 's3cret', redirect_uris: [CALLBACK] };

type Snippet = (...given: unknown[]) => Promise<unknown>;
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (...text: string[]) => Snippet;

let close = () => {};
afterEach(() => close());

function served(options: HopCatOptions): HopCat {
  const sandbox = hopcat(options);
  const server = setupServer(...sandbox.handlers);
  server.listen({ onUnhandledFrame: 'error' });
  close = () => server.close();
  return sandbox;
}

/** The code of a page that imports this, without its imports. */
function snippet(page: string, module: string): string {
  const blocks = [...read(page).matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code as string);
  const found = blocks.find((code) => code.includes(`from '${module}'`)) as string;
  return found.replace(/^import .*\n/gm, '');
}

/** The address that the browser is sent back to. */
async function visited(url: string): Promise<URL> {
  const answer = await fetch(url, { redirect: 'manual' });
  return new URL(answer.headers.get('location') as string);
}

test.each(
  pages.flatMap((page) => [
    [page, 'demo-portal', 'demo-portal-secret'],
    [page, own.client_id, own.client_secret],
  ]),
)(
  'the code for openid-client in %s signs a citizen in as it stands, at the client %s',
  async (page, id, secret) => {
    served({ settings: { autopilot: { person: 'an' } }, clients: [own], at: { vneid: ISSUER } });
    const code = snippet(page, 'openid-client')
      .replaceAll("'demo-portal'", `'${id}'`)
      .replaceAll("'demo-portal-secret'", `'${secret}'`)
      .replace(/^\/\/ … .*$/m, 'const callbackUrl = await visited(url.href);')
      .replace(/^console\.log.*$/m, 'return citizen;');
    const run = new AsyncFunction('client', 'visited', code);
    expect(await run(client, visited)).toMatchObject({
      citizenPid: '099090000001',
      fullName: 'Nguyễn Văn An',
    });
  },
);

test.each(pages)(
  'the client of the test process in %s is authenticated as its comment says',
  async (page) => {
    const code = snippet(page, 'hopcat/mocks');
    const [, options] = /hopcat\((\{.*?^\})\);/ms.exec(code) as RegExpExecArray;
    served((await new AsyncFunction(`return ${options}`)()) as HopCatOptions);
    const [, discover] = /^\/\/ (client\.discovery.*)$/m.exec(code) as RegExpExecArray;
    const run = new AsyncFunction('client', 'issuer', `return ${discover}`);
    const config = (await run(client, new URL('https://sso.dancuquocgia.gov.vn'))) as client.Configuration;
    const redirect_uri = 'https://portal.example/callback';
    const url = client.buildAuthorizationUrl(config, { redirect_uri, scope: 'openid' });
    const tokens = await client.authorizationCodeGrant(config, await visited(url.href));
    expect(tokens.claims()).toMatchObject({ aud: 'my-portal' });
  },
);
