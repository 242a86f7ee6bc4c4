import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser, Place } from './kit/browser.ts';
import { baseOf, chosenAt, linkOn, openWide, registerAt, throughVneid } from './kit/exchange.ts';

interface Service {
  MaDVC: string;
  MaTTHCDP: string;
  MaCoQuanThucHien: string;
  portal: 'portal' | 'bocongan';
  url: string;
}

const at = (ws: TestWorkspace, path: string): string => `${ws.origin}/${ws.id}${path}`;

async function read<T>(ws: TestWorkspace, path: string): Promise<T> {
  const answer = await ws.fetch(at(ws, path));
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

const servicesOf = async (ws: TestWorkspace): Promise<Service[]> =>
  (await read<{ services: Service[] }>(ws, '/dvcqg/api/services')).services;

const dossiersOf = async (ws: TestWorkspace, portal: string) =>
  (await read<{ dossiers: Record<string, unknown>[] }>(ws, `/${portal}/api/dossiers`)).dossiers;

const accountsOf = async (ws: TestWorkspace, portal: string) =>
  (await read<{ accounts: Record<string, unknown>[] }>(ws, `/${portal}/api/accounts`)).accounts;

const applyOn = (browser: Browser, form: Place): Promise<Place> =>
  browser.submit(form, '/dossiers', { content: 'Kính đề nghị giải quyết.', phone: '', email: '' });

describe('the national portal’s list of services', () => {
  let ws: TestWorkspace;
  beforeAll(async () => {
    ws = await openWorkspace();
  });

  test('names codes of the known shapes, and a deep link with them for each', async () => {
    const services = await servicesOf(ws);
    expect(new Set(services.map(({ portal }) => portal))).toEqual(new Set(['portal', 'bocongan']));
    for (const { MaDVC, MaTTHCDP, MaCoQuanThucHien, portal, url } of services) {
      expect([MaDVC, MaCoQuanThucHien]).toEqual([
        expect.stringMatching(/^\d\.\d{6}$/),
        expect.stringMatching(/^[\d.]+\.H99$/),
      ]);
      const { origin, pathname, searchParams } = new URL(url);
      expect(origin + pathname).toBe(at(ws, `/${portal}/launch`));
      expect(Object.fromEntries(searchParams)).toEqual({ vnconnect: '1', MaTTHCDP, MaCoQuanThucHien, MaDVC });
    }
  });

  test('each portal has the same codes for its own', async () => {
    const all = await servicesOf(ws);
    for (const portal of ['portal', 'bocongan']) {
      const own = await read<{ services: Service[] }>(ws, `/${portal}/api/services`);
      const codes = all.filter((each) => each.portal === portal).map(({ MaDVC }) => MaDVC);
      expect(own.services.map(({ MaDVC }) => MaDVC)).toEqual(codes);
    }
  });

  test('is searched by name, with or without its marks', async () => {
    for (const q of ['Đăng ký thường trú', 'dang ky thuong tru', '1.990101']) {
      const page = await openWide(ws).open(`${baseOf(ws)}/services?${new URLSearchParams({ q })}`);
      expect(page.html).toContain('choose-1.990101');
      expect(page.html).not.toContain('choose-1.990001');
    }
  });

  test('leads a choice to the portal that owns it', async () => {
    const answer = await ws.fetch(at(ws, '/dvcqg/services/2.990104/open'));
    expect(answer.headers.get('location')).toContain('/bocongan/launch?vnconnect=1');
    expect((await ws.fetch(at(ws, '/dvcqg/services/9.999999/open'))).status).toBe(404);
  });
});

describe('a launch at a tester’s own portal', () => {
  const codes = { MaTTHCDP: '1.001234.000.00.00.H99', MaCoQuanThucHien: '000.00.21.H99', MaDVC: '1.001234' };

  const launch = (ws: TestWorkspace, client_id: string, to: string): Promise<Response> =>
    ws.fetch(at(ws, `/dvcqg/services/launch?${new URLSearchParams({ client_id, to, ...codes })}`));

  test('goes to any page on an origin that the client has registered', async () => {
    const ws = await openWorkspace();
    const { id } = await registerAt(ws);
    const answer = await launch(ws, id, 'https://tinh.example.vn/nop?a=1');
    expect(answer.status).toBe(302);
    const { origin, pathname, searchParams } = new URL(answer.headers.get('location')!);
    expect(origin + pathname).toBe('https://tinh.example.vn/nop');
    expect(Object.fromEntries(searchParams)).toEqual({ a: '1', vnconnect: '1', ...codes });
  });

  test.each([
    ['another origin', 'https://evil.example/nop'],
    ['another scheme', 'http://tinh.example.vn/nop'],
    ['a host that only begins so', 'https://tinh.example.vn.evil.example/'],
    ['a name before the host', 'https://tinh.example.vn@evil.example/'],
    ['a script', 'javascript:alert(1)'],
    ['no address', 'nop'],
  ])('refuses %s', async (_why, to) => {
    const ws = await openWorkspace();
    const { id } = await registerAt(ws);
    const answer = await launch(ws, id, to);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  test.each(['reference-portal', 'bocongan', 'demo-portal', 'bridge'])(
    'goes nowhere else in the sandbox for %s, which it runs itself',
    async (client_id) => {
      const ws = await openWorkspace();
      const elsewhere = ['/dvcqg/oidc/logout', '/portal/sign-out', '/bocongan/../vneid/logout', '/console'];
      for (const path of elsewhere) {
        const answer = await launch(ws, client_id, at(ws, path));
        expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 400, null]);
      }
    },
  );

  test.each([
    ['reference-portal', 'portal'],
    ['bocongan', 'bocongan'],
  ])('goes to where %s takes deep links', async (client_id, portal) => {
    const ws = await openWorkspace();
    for (const path of [`/${portal}/launch`, `/${portal}/`])
      expect([path, (await launch(ws, client_id, at(ws, path))).status]).toEqual([path, 302]);
  });

  test('refuses a client that nobody knows', async () => {
    const ws = await openWorkspace();
    expect((await launch(ws, 'nobody', 'https://tinh.example.vn/')).status).toBe(400);
  });
});

describe.each(['portal', 'bocongan'])('/%s asks VNeID with a nonce', (portal) => {
  test.each([
    ['that was swapped for another', 'somebody-elses'],
    ['that was taken away', undefined],
  ])('%s on the way: nobody is signed in', async (_, nonce) => {
    const ws = await openWorkspace();
    const browser = openWide(ws);
    const asked = await browser.send(at(ws, `/${portal}/sign-in`), {
      method: 'POST',
      body: new URLSearchParams(),
    });
    const url = new URL(asked.headers.get('location') ?? '');
    expect([url.pathname, url.searchParams.get('nonce')]).toEqual([
      `/${ws.id}/vneid/auth`,
      expect.stringMatching(/^[\w-]{20,}$/),
    ]);
    url.searchParams.delete('nonce');
    if (nonce) url.searchParams.set('nonce', nonce);
    const place = await chosenAt(browser, await browser.open(url.href), 'an');
    expect(new URL(place.url).pathname).toBe(`/${ws.id}/${portal}/callback`);
    expect(place.html).toMatch(/data-testid="error-description"[^>]*>[^<]*nonce/);
    expect(await accountsOf(ws, portal)).not.toContainEqual(
      expect.objectContaining({ number: '099090000001', sub: expect.any(String) }),
    );
    expect((await browser.open(at(ws, `/${portal}/`))).html).toContain('data-testid="sign-in"');
  });
});

describe('from the national portal into a dossier', () => {
  test.each([
    ['portal', '1.990001'],
    ['bocongan', '1.990101'],
  ])('of /%s, under the autopilot, by redirects alone', async (portal, service) => {
    const ws = await openWorkspace({ autopilot: { person: 'an' } });
    const browser = openWide(ws);
    const form = await browser.open(at(ws, `/dvcqg/services/${service}/open`));
    expect([form.status, form.url]).toEqual([200, at(ws, `/${portal}/dossiers/new?service=${service}`)]);
    expect((await applyOn(browser, form)).url).toBe(at(ws, `/${portal}/dossiers?notice=submitted`));
    const [dossier, ...others] = await dossiersOf(ws, portal);
    expect(others).toEqual([]);
    expect(dossier).toMatchObject({
      MaDVC: service,
      SoDinhDanh: '099090000001',
      HoVaTen: 'Nguyễn Văn An',
      TaiKhoanDuocXacThucVoiVNeID: true,
      content: 'Kính đề nghị giải quyết.',
    });
    const mine = (await accountsOf(ws, portal)).find(({ id }) => id === dossier?.applicant);
    expect(mine).toMatchObject({ TechIDs: [dossier?.TechID], verified: true, numberFrom: 'vneid' });
  });

  test('with pages: the exchange, VNeID, and back', async () => {
    const ws = await openWorkspace();
    const browser = openWide(ws);
    const list = await browser.open(`${baseOf(ws)}/services`);
    const signIn = await browser.open(linkOn(list, 'choose-1.990102'));
    const form = await throughVneid(browser, signIn, 'mai');
    expect(form.url).toBe(at(ws, '/bocongan/dossiers/new?service=1.990102'));
    await applyOn(browser, form);
    const [dossier] = await dossiersOf(ws, 'bocongan');
    expect(dossier?.fields).toEqual(
      expect.arrayContaining([
        { name: 'HoVaTen', value: 'Trần Thị Mai', from: 'exchange' },
        { name: 'GioiTinh', value: 'Nữ', from: 'population' },
      ]),
    );
  });

  test('no number that may be a real person’s is kept of what was typed', async () => {
    const ws = await openWorkspace();
    const browser = openWide(ws);
    const signIn = await browser.open(at(ws, '/dvcqg/services/1.990102/open'));
    const form = await throughVneid(browser, signIn, 'mai');
    const typed = {
      content: 'Bố tôi: 001190000001',
      phone: '001190000001',
      email: '001190000001@example.vn',
    };
    await browser.submit(form, '/dossiers', typed);
    const dossiers = await dossiersOf(ws, 'bocongan');
    expect(dossiers).toMatchObject([{ content: 'Bố tôi: ************' }]);
    expect(JSON.stringify(dossiers)).not.toContain('001190000001');
  });

  test('an enterprise comes with its tax code, and as itself', async () => {
    const ws = await openWorkspace();
    const browser = openWide(ws);
    const signIn = await browser.open(at(ws, '/dvcqg/services/1.990004/open'));
    const form = await throughVneid(browser, signIn, 'khanh', 'vneid-organisation');
    expect(form.url).toBe(at(ws, '/portal/dossiers/new?service=1.990004'));
    await applyOn(browser, form);
    const [account] = (await accountsOf(ws, 'portal')).filter(({ TechIDs }) => (TechIDs as []).length > 0);
    expect(account).toMatchObject({ kind: 'enterprise', number: null });
    expect(account?.taxCode).toMatch(/^\d{10}/);
  });
});

test('the journal has the whole story: two hops, the lookup, and the person', async () => {
  const ws = await openWorkspace({ autopilot: { person: 'an' } });
  await openWide(ws).open(at(ws, '/dvcqg/services/1.990101/open'));
  const { entries } = (await (await ws.control('/journal?limit=100')).json()) as {
    entries: { system: string; operation: string; person?: string; notes?: string[] }[];
  };
  const told = entries.map(({ system, operation }) => `${system} ${operation}`);
  for (const step of [
    'dvcqg openService',
    'bocongan launch',
    'dvcqg authorize',
    'vneid authorize',
    'bocongan callback',
    'population lookupAsJson',
    'bocongan enter',
    'bocongan dossierForm',
  ]) {
    expect(told).toContain(step);
  }
  const entered = entries.find(({ operation }) => operation === 'enter');
  expect(entered).toMatchObject({ person: 'an', notes: ['linking: create'] });
});
