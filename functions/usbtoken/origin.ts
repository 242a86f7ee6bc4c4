import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { maskNumbers } from '../_kit/mask.ts';

const machineItself = new Set(['localhost', '127.0.0.1', '[::1]']);

const isOfThisMachine = (origin: string): boolean =>
  URL.canParse(origin) && machineItself.has(new URL(origin).hostname);

function isAllowed(x: Exchange, origin: string): boolean {
  if (origin === x.deps.origin) return true;
  const { allowedOrigins } = x.workspace.settings.usbtoken;
  return allowedOrigins?.includes(origin) ?? isOfThisMachine(origin);
}

/**
 * The page that asks, as the browser names it; undefined: no browser asks. A page that may not gets nothing, not even
 * the refusal: its browser keeps that from it.
 * @throws Fault foreign_origin
 */
function admittedOrigin(x: Exchange): string | undefined {
  const origin = x.request.headers.get('origin') ?? undefined;
  if (origin === undefined) return undefined;
  const shown = maskNumbers(origin.slice(0, 200), x.isOurs);
  x.remarks.client = shown;
  if (isAllowed(x, origin)) return shown;
  throw new Fault('foreign_origin', 'the Origin header names a page that is not allowed', {
    headers: { 'access-control-allow-origin': x.deps.origin, vary: 'origin' },
  });
}

type Make = () => Promise<Answer>;

/** Lets that page, and no other, read what is answered or refused. */
async function readableBy(origin: string, make: Make): Promise<Answer> {
  const names = { 'access-control-allow-origin': origin, vary: 'origin' };
  const { settles, ...answer } = await make().catch((error: unknown) => {
    if (!(error instanceof Fault)) throw error;
    const headers = { ...error.extra.headers, ...names };
    throw new Fault(error.code, error.detail, { ...error.extra, headers });
  });
  return {
    ...answer,
    headers: { ...answer.headers, ...names },
    ...(settles && { settles: () => readableBy(origin, settles) }),
  };
}

/** Answers a page that may ask, or a program, before anything else is looked at. @throws Fault foreign_origin */
export async function answering(
  x: Exchange,
  make: (asks: string | undefined) => Promise<Answer>,
): Promise<Answer> {
  const asks = admittedOrigin(x);
  const origin = x.request.headers.get('origin');
  return origin === null ? make(asks) : readableBy(origin, () => make(asks));
}
