import { smartcaPageFaults } from '../../../contracts/_smartca/csc-faults.ts';
import type { AuthorizeInput } from '../../../contracts/_smartca/oauth-data.ts';
import type { Application } from '../../../contracts/_smartca/settings.ts';
import { type Answer, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Fault } from '../../_kit/fault.ts';
import { ASSETS } from '../../_kit/wire.ts';

const carried = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state'] as const;

/** What was asked for goes through the page, and is looked at again when it comes back. */
const hidden = (request: AuthorizeInput): Record<string, string> =>
  Object.fromEntries(
    carried.flatMap((name) => {
      const value = request[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

/** The page on which the subscriber signs in and consents. `tried`: what was wrong the last time. */
export async function loginView(
  x: Exchange,
  { clientId, title }: Application,
  request: AuthorizeInput,
  tried?: { username: string; fault: Fault },
): Promise<Answer> {
  // Only here: most calls are an application's own and show no page.
  const { loginPage } = await import('./page.ts');
  const error = tried && smartcaPageFaults[tried.fault.code as keyof typeof smartcaPageFaults];
  const content = loginPage({
    lang: 'vi',
    assets: ASSETS,
    client: title ?? clientId,
    redirectHost: new URL(request.redirect_uri ?? '').host,
    username: tried?.username ?? '',
    post: { action: `${x.base}/auth/login`, hidden: hidden(request) },
    ...(error && { error }),
  });
  return page(content, { status: error?.status ?? 200, ...(tried && { fault: tried.fault }) });
}
