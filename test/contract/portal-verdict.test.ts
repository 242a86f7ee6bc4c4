import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { openWide } from './kit/exchange.ts';
import {
  approving,
  at,
  failing,
  mended,
  type PortalName,
  type Submitted,
  submitAs,
  ways,
} from './kit/portal-signing.ts';

let ws: TestWorkspace;
let dossier: Submitted;
beforeAll(async () => {
  ws = await openWorkspace(approving);
  dossier = await submitAs(ws, 'an');
  for (const format of ['pdf', 'xml']) await ways.remote(dossier, { format });
});

const verdictOf = ({ code, portal }: Pick<Submitted, 'code' | 'portal'>, format: string) =>
  at(ws, `/${portal}/dossiers/${code}/verdicts/${format}`);

const statusOf = (html: string) => /data-testid="verdict" data-status="(\w+)"/.exec(html)?.[1];

describe('the page of one’s own dossiers', () => {
  test('leads to the verdict on each signed document, with who, and no other file to choose', async () => {
    const list = await dossier.browser.open(at(ws, '/portal/dossiers'));
    const hrefs = [...list.html.matchAll(/href="([^"]+)" {2}data-testid="verify-(\w+)"/g)];
    expect(hrefs.map(([, , format]) => format)).toEqual(['pdf', 'xml']);
    for (const [, href = '', format] of hrefs) {
      const { status, html } = await dossier.browser.open(new URL(href, list.url).href);
      expect([status, statusOf(html)]).toEqual([200, 'valid']);
      expect(html).toContain(`${dossier.code} (${format?.toUpperCase()})`);
      expect(html).toContain('Nguyễn Văn An');
      expect(html).not.toContain('type="file"');
    }
  });

  test.each<[PortalName, string]>([['bocongan', 'xml']])(
    'is such a page at /%s too',
    async (portal, format) => {
      const other = await submitAs(ws, 'an', { portal });
      await ways.sim(other, { format });
      expect(statusOf((await other.browser.open(verdictOf(other, format))).html)).toBe('valid');
    },
  );
});

describe('a verdict', () => {
  test.each(['pdf', 'xml'])(
    'says so when the document was changed after it was signed: %s',
    async (format) => {
      await failing(ws, { failure: 'tampered', system: 'portal', operation: 'verdict' });
      const { html } = await dossier.browser.open(verdictOf(dossier, format));
      await mended(ws);
      expect(statusOf(html)).toBe('invalid');
      expect(html).toContain('data-testid="reason-content-changed"');
    },
  );

  test('is for whom the dossier belongs to alone', async () => {
    const mai = await submitAs(ws, 'mai');
    const { status, html } = await mai.browser.open(verdictOf(dossier, 'pdf'));
    expect([status, html.includes('Nguyễn Văn An')]).toEqual([404, false]);
  });

  test('asks whoever is not signed in to sign in', async () => {
    const { url, html } = await openWide(ws).open(verdictOf(dossier, 'pdf'));
    expect([new URL(url).searchParams.get('to'), html.includes('Nguyễn Văn An')]).toEqual([
      `/dossiers/${dossier.code}/verdicts/pdf`,
      false,
    ]);
  });

  test('is not there for what was not signed, nor for another kind of document', async () => {
    const other = await submitAs(ws, 'an');
    await ways.remote(other, { format: 'pdf' });
    for (const format of ['xml', 'docx']) {
      const { status, html } = await other.browser.open(verdictOf(other, format));
      expect([format, status, html.includes('not_signed')]).toEqual([format, 404, true]);
    }
  });

  test('waits until those who judge can be asked', async () => {
    await failing(ws, { failure: 'down', system: 'pki', operation: 'verify' });
    const down = await dossier.browser.open(verdictOf(dossier, 'pdf'));
    await mended(ws);
    expect([down.status, down.html.includes('register_unavailable')]).toEqual([503, true]);
  });

  test('leaves nothing of the document in the journal', async () => {
    await dossier.browser.open(verdictOf(dossier, 'xml'));
    const { entries } = (await (await ws.control('/journal?system=pki&operation=verify')).json()) as {
      entries: { request: { body: string } }[];
    };
    expect(entries.at(-1)?.request.body).toMatch(/^\(\d+ bytes\)$/);
  });
});
