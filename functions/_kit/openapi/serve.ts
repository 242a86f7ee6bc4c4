import type { Mount } from '../implement.ts';
import { type Described, openApiOf } from './emit.ts';

const open = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' };

/** Answers what tells of a system's contract: `/openapi.json`, `/docs` and `/recipes.http` below its base. */
export async function serveContract(described: Described, { base }: Mount): Promise<Response> {
  return Response.json(await openApiOf(described, base), { headers: open });
}
