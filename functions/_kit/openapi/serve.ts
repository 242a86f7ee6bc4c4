import { page } from '../answer.ts';
import type { Mount } from '../implement.ts';
import { headersOf } from '../respond.ts';
import { ASSETS } from '../wire.ts';
import { type Described, openApiOf } from './emit.ts';
import { recipeFile } from './recipes.ts';

const open = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' };

const text = (body: string, type: string): Response =>
  new Response(body, { headers: { ...open, 'content-type': type } });

async function shown(described: Described, base: string, asked?: string): Promise<Response> {
  const { contractPage } = await import('../contract-page/page.ts');
  const answer = await page(await contractPage(described, base, { lang: 'vi', assets: ASSETS }, asked));
  const headers = headersOf({}, answer) as Record<string, string>;
  return new Response(answer.body as string, { headers });
}

/**
 * Answers what tells of a system's contract: `/openapi.json`, `/docs` and `/recipes.http` below its base.
 * `asked` is the operation that `/docs` is to show.
 */
export async function serveContract(
  described: Described,
  { base, path }: Mount,
  asked?: string,
): Promise<Response> {
  if (path === '/docs') return shown(described, base, asked);
  if (path === '/recipes.http')
    return text(recipeFile(described.contract, base), 'text/plain; charset=utf-8');
  return text(JSON.stringify(await openApiOf(described, base)), 'application/json');
}
