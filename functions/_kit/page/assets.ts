import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A file that a browser asks for below the `assets` prefix. */
export interface Asset {
  /** Its media type. */
  type: string;
  read(): Promise<Uint8Array>;
}

/** What `page.css` is made of, in this order. */
const PAGE = ['fonts', 'base', 'layout', 'languages', 'controls', 'data', 'panel'];
const SHEETS = [
  'clean',
  'contract',
  'contract-try',
  'dvcqg',
  'phone',
  'portal',
  'registration',
  'signin',
  'timeline',
  'usb-token',
  'verdict',
];
const SCRIPTS = [
  'clock',
  'contract',
  'contract-call',
  'copy',
  'leave',
  'panel',
  'phone',
  'qr',
  'sign-by-token',
  'submit',
  'usb-sign-document',
  'usb-token',
];
const FONTS = ['latin', 'vietnamese'].flatMap((subset) =>
  [400, 600, 700].map((weight) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`),
);

/** Beside this module in the source tree; beside the bundle in a Lambda, where `copy-assets.ts` has filled the folder. */
const beside = (name: string): Promise<Uint8Array> => readFile(new URL(`./assets/${name}`, import.meta.url));

/** In the source tree the style sheet is in parts, one for each subject. */
const pageSheet = (name: string): Promise<Uint8Array> =>
  beside(name).catch(async () => Buffer.concat(await Promise.all(PAGE.map((part) => beside(`${part}.css`)))));

/** In the source tree the fonts are in their package. */
const font = (name: string): Promise<Uint8Array> =>
  beside(name).catch(() =>
    readFile(createRequire(import.meta.url).resolve(`@fontsource/be-vietnam-pro/files/${name}`)),
  );

const entry = (name: string, type: string, read = beside): [string, Asset] => [
  name,
  { type, read: () => read(name) },
];
const CSS = 'text/css; charset=utf-8';

/** Every asset by its name. */
export const assets: Readonly<Record<string, Asset>> = Object.fromEntries([
  entry('page.css', CSS, pageSheet),
  ...SHEETS.map((name) => entry(`${name}.css`, CSS)),
  ...SCRIPTS.map((name) => entry(`${name}.js`, 'text/javascript; charset=utf-8')),
  ...FONTS.map((name) => entry(name, 'font/woff2', font)),
  entry('icon.svg', 'image/svg+xml'),
]);

/**
 * Answers a request for an asset: 200, 304 when `ifNoneMatch` holds its ETag, 404 for an unknown name.
 * Fonts may be kept for a year (their names carry what they are), the rest is asked for again each time.
 */
export async function serveAsset(name: string, ifNoneMatch?: string | null): Promise<Response> {
  const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
  if (!asset) return new Response('Not found', { status: 404 });
  const body = await asset.read();
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'content-type': asset.type,
    'cache-control': asset.type === 'font/woff2' ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    etag,
    'x-content-type-options': 'nosniff',
  };
  const same = ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  return same ? new Response(null, { status: 304, headers }) : new Response(Buffer.from(body), { headers });
}
