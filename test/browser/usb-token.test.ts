import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { serveDocuments } from '../contract/kit/document-server.ts';
import { isSignedBy } from '../contract/kit/signatures.ts';
import { tokenIs, type VnptResult } from '../contract/kit/usbtoken.ts';
import { plainPdf } from '../sign/pdf-file.ts';
import { merge, must } from '../targets/workspace.ts';
import { type Citizen, street } from './street.ts';

const { walk } = street();

const windowOf = ({ ws }: Citizen): string => `${ws.origin}/${ws.id}/usbtoken/khanh`;

/** Opens a page of a portal, at 127.0.0.1, with the script in place of the plug-ins. */
async function openPortal({ page, ws, portal }: Citizen): Promise<void> {
  await page.goto(`${portal.redirectUri}?home`);
  await page.addScriptTag({ url: `${ws.origin}/${ws.id}/usbtoken/shim.js?person=khanh` });
}

/** What the plug-ins' own scripts do: a socket for one message. `closed`: it ended without an answer. */
const asks = (page: Page, url: string, message: object): Promise<string> =>
  page.evaluate<string>(`new Promise((done) => {
    const socket = new WebSocket(${JSON.stringify(url)});
    socket.onopen = () => socket.send(${JSON.stringify(JSON.stringify(message))});
    socket.onmessage = ({ data }) => { done(data); socket.close(); };
    socket.onclose = ({ code }) => done('closed ' + code);
  })`);

const content = 'Đơn đề nghị';

const signs = (page: Page) =>
  asks(page, 'wss://127.0.0.1:8987/SignJson', { JsonContent: content, IsPss: 'false' });

test.each([1280, 375])(
  'at %i px a page signs by the shim, once its owner has entered the PIN',
  async (width) => {
    await walk(
      async (citizen) => {
        await openPortal(citizen);
        const token = await citizen.newTab(windowOf(citizen));
        await citizen.look(token);
        const signing = signs(citizen.page);
        await token.getByTestId('pin').fill('000000');
        expect(await token.getByTestId('dialogue-asks').innerText()).toBe(
          new URL(citizen.portal.redirectUri).origin,
        );
        await token.getByTestId('approve').click();
        await token.getByTestId('pin-error').waitFor();
        await citizen.look(token);
        await token.getByTestId('pin').fill('123456');
        await token.getByTestId('approve').click();
        await token.getByTestId('dialogues-empty').waitFor();
        const { Status, Signature, CertBase64 } = JSON.parse(await signing);
        expect(Status).toBe(0);
        const [header, payload, signature] = Signature.split('.');
        const base64 = Buffer.from(signature, 'base64url').toString('base64');
        expect(isSignedBy(CertBase64, base64, `${header}.${payload}`)).toBe(true);
      },
      { width },
    );
  },
);

test('a page has a document signed that its window names, and gets back what its server said', async () => {
  await using server = await serveDocuments({ '/to-trinh.pdf': await plainPdf() });
  await walk(async (citizen) => {
    await must(await citizen.ws.control('/settings', merge({ allowedHosts: ['127.0.0.1'] } as never)));
    await openPortal(citizen);
    const signing = asks(citizen.page, 'wss://127.0.0.1:8987/SignApproved', {
      FileUploadHandler: server.handler,
      FileName: `${server.url}/to-trinh.pdf`,
    });
    const token = await citizen.newTab(windowOf(citizen));
    expect(await token.getByTestId('dialogue-document').innerText()).toContain('to-trinh.pdf');
    await citizen.look(token);
    await token.getByTestId('pin').fill('123456');
    await token.getByTestId('approve').click();
    await token.getByTestId('dialogues-empty').waitFor();
    const { Status, FileServer } = JSON.parse(await signing);
    expect({ Status, FileServer }).toEqual({
      Status: 0,
      FileServer: 'https://kho.example/to-trinh.signed.pdf',
    });
    expect(server.taken[0]!.content.includes('/SubFilter')).toBe(true);
  });
});

test('VNPT-CA’s plug-in answers on its ports, and a choice of two certificates is cancelled', async () => {
  await walk(async (citizen) => {
    await tokenIs(citizen.ws, 'khanh', 'two-tokens');
    await openPortal(citizen);
    const { page } = citizen;
    const message = (functionID: number, ...args: unknown[]) => ({ functionID, funcCallback: 'cb', args });
    expect(await asks(page, 'wss://localhost:4433/plugin', message(7))).toBe('1*cb');
    const signing = asks(
      page,
      'wss://localhost:4434/plugin',
      message(4, Buffer.from(content).toString('base64')),
    );
    const token = await citizen.newTab(windowOf(citizen));
    await token.getByTestId('dialogue').waitFor();
    await citizen.look(token);
    await token.getByTestId('cancel-dialogue').click();
    await token.getByTestId('dialogues-empty').waitFor();
    const { code } = JSON.parse((await signing).replace('*cb', '')) as VnptResult;
    expect(code).toBe(11);
  });
});

test('a token is pulled out in its window', async () => {
  await walk(async (citizen) => {
    await openPortal(citizen);
    const token = await citizen.newTab(windowOf(citizen));
    await token.getByTestId('token-not-plugged-in').click();
    await token.locator('[data-state=not-plugged-in]').waitFor();
    expect(JSON.parse(await signs(citizen.page))).toMatchObject({ Status: 2 });
  });
});

test('other addresses get a real WebSocket', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => void server.close());
  server.on('connection', (socket) => socket.on('message', (data) => socket.send(`real ${data}`)));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await walk(async (citizen) => {
    await openPortal(citizen);
    expect(await asks(citizen.page, `ws://127.0.0.1:${port}/SignMsg`, {})).toBe('real {}');
  });
});

test('a page that is not on the list gets nothing', async () => {
  await walk(
    async (citizen) => {
      const { ws } = citizen;
      await must(await ws.control('/settings', merge({ usbtoken: { allowedOrigins: [] } } as never)));
      await openPortal(citizen);
      expect(await signs(citizen.page)).toBe('closed 1006');
    },
    { tolerates: /blocked by CORS policy|net::ERR_FAILED/ },
  );
});
