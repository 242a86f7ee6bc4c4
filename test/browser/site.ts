import { serve } from '@hono/node-server';
import sparticuz from '@sparticuz/chromium';
import { Hono } from 'hono';
import { type Browser, chromium } from 'playwright-core';
import { serveAsset } from '../../functions/_kit/page/assets.ts';
import { samples } from './samples.ts';

/** As strict as the services send it, but for what a page's own purpose opens. */
const CSP =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** All sample pages at `/{lang}/{name}`, with the assets that they ask for. */
export function sampleSite(): Hono {
  const app = new Hono();
  app.get('/assets/:name', (c) => serveAsset(c.req.param('name'), c.req.header('if-none-match')));
  app.get('/frame/:n', (c) => c.html('<!doctype html><title>frame</title>'));
  app.get('/:lang{vi|en}/:name', (c) => {
    const { lang, name } = c.req.param();
    const view = samples[name];
    c.header('content-security-policy', CSP);
    return view ? c.html(view({ lang: lang === 'en' ? 'en' : 'vi', assets: '/assets' })) : c.notFound();
  });
  return app;
}

/** A page's scripts ask these; here nothing ever changes. */
export function nothingNew(app: Hono): Hono {
  app.get('/poll/pending', (c) => c.json({ status: 'pending' }));
  app.get('/state', (c) => c.json({ version: '7' }));
  return app;
}

/** Serves an app on a free port of the loopback interface. */
export async function listen(app: Hono): Promise<{ origin: string; close(): void }> {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((done) => server.once('listening', () => done()));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** The browser that comes as an npm package. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'] });
