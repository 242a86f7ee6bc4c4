import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Place } from './kit/browser.ts';
import { authorizeAt, demoAt, linkOn, openWide, told } from './kit/exchange.ts';
import { begun, step } from './kit/registration.ts';
import { approve, inbox } from './kit/signing.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: '2024-06-14' });
});

const ways = [
  ['a SIM', { method: 'sim', holder: '0950000166' }, { method: 'sim', phone: '0950000166' }],
  ['a remote signature', { method: 'remote', holder: 'quynh' }, { method: 'remote', person: 'quynh' }],
] as const;

const company = { kind: 'enterprise' };

/** The page that waits, with another transaction than its own. */
const withTransaction = (place: Place, transaction: string): Place => ({
  ...place,
  html: place.html.replace(/(name="transaction" value=")[^"]+/, `$1${transaction}`),
});

const transactionOn = ({ html }: Place): string => /name="transaction" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe.each(ways)('by %s', (_, signIn, registration) => {
  /** Registers the company, so that there is an account to sign in to. */
  const registered = async () => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    const { id } = await begun(ws, { ...registration, ...company });
    await step(ws, id, 'check');
    expect(await step(ws, id, 'confirm')).toMatchObject({ status: 201 });
    await ws.configure({ signing: { autopilot: 'approve' } });
  };
  const asking = async (browser = openWide(ws)) => {
    const page = await browser.open(authorizeAt(demoAt(ws)));
    return { browser, waits: await browser.submit(page, '/signature.do', { ...signIn, ...company }) };
  };

  test('another session’s signature signs nobody in, and its own session is signed in by it', async () => {
    await registered();
    const [mine, other] = [await asking(), await asking()];
    const stolen = withTransaction(mine.waits, transactionOn(other.waits));
    const refused = await mine.browser.submit(stolen, '/signature/confirm.do');
    expect([refused.status, refused.html]).toEqual([410, expect.stringContaining('signature_expired:')]);
    const place = await other.browser.submit(other.waits, '/signature/confirm.do');
    expect(told(demoAt(ws), place)).toHaveProperty('code');
  });

  test('a signature that was used opens nothing a second time', async () => {
    await registered();
    const { browser, waits } = await asking();
    expect(told(demoAt(ws), await browser.submit(waits, '/signature/confirm.do'))).toHaveProperty('code');
    expect((await browser.submit(waits, '/signature/confirm.do')).html).toContain('sign_in_expired');
  });

  test('a signature for registering signs nobody in', async () => {
    await registered();
    const { browser, waits } = await asking();
    const { id, transaction } = await begun(ws, { ...registration, ...company });
    expect(transaction).not.toBe('');
    const refused = await browser.submit(withTransaction(waits, transaction), '/signature/confirm.do');
    expect([refused.status, refused.html]).toEqual([410, expect.stringContaining('signature_expired:')]);
    expect(await step(ws, id, 'check')).toMatchObject({ status: 200, body: { next: 'confirm' } });
  });

  test('the phone says what is signed for, and never asks for the same digest twice', async () => {
    await registered();
    await ws.configure({ signing: { autopilot: null } });
    const shown = async () => {
      const [asked] = await inbox(ws, 'quynh');
      await approve(ws, asked!.id, 'quynh');
      const [document] = asked!.documents;
      return { what: `${asked!.description} ${document!.name}`, digest: document!.digest };
    };
    await begun(ws, { ...registration, ...company });
    const one = await shown();
    const { waits } = await asking();
    const other = await shown();
    expect([one.what, other.what]).toEqual([
      expect.stringContaining('Đăng ký tài khoản'),
      expect.stringContaining('Đăng nhập'),
    ]);
    expect(one.digest).not.toBe(other.digest);
    expect(linkOn(waits, 'open-phone')).toBe(`${ws.origin}/${ws.id}/phone/quynh`);
  });
});
