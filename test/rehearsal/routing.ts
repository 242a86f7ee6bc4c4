/** A route of an HTTP API: `ANY /{workspace}/vneid/{proxy+}`, or `$default`. */
export interface Route {
  key: string;
  target: string;
}

const LITERAL = 0;
const VARIABLE = 1;
const GREEDY = 2;

function rankOf(pattern: string): number {
  if (/^\{.+\+\}$/.test(pattern)) return GREEDY;
  return /^\{.+\}$/.test(pattern) ? VARIABLE : LITERAL;
}

/** How a path matches: for each segment of the pattern what matched it; undefined: not at all. */
function match(patterns: readonly string[], segments: readonly string[]): string | undefined {
  let ranks = '';
  for (const [at, pattern] of patterns.entries()) {
    const rank = rankOf(pattern);
    const segment = segments[at];
    if (segment === undefined || (rank === LITERAL && segment !== pattern)) return undefined;
    if (rank === VARIABLE && segment === '') return undefined;
    ranks += rank;
    if (rank === GREEDY) return ranks;
  }
  return patterns.length === segments.length ? ranks : undefined;
}

/**
 * The route that an HTTP API takes: the most specific one, so a literal segment before a variable and that before
 * a greedy one, a method before `ANY`, and `$default` when nothing else matches.
 */
export function routeFor(routes: readonly Route[], method: string, path: string): Route | undefined {
  const segments = path.split('/').slice(1);
  const candidates = routes.flatMap((route) => {
    if (route.key === '$default') return [{ route, rank: '9' }];
    const [verb = '', pattern = ''] = route.key.split(' ');
    const ranks = match(pattern.split('/').slice(1), segments);
    if (ranks === undefined || (verb !== 'ANY' && verb !== method)) return [];
    return [{ route, rank: `${ranks}${verb === 'ANY' ? 1 : 0}` }];
  });
  return candidates.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))[0]?.route;
}
