import type { Contract, Operation } from '../../contracts/_contract.ts';
import { type Answer, redirect } from './answer.ts';
import { Fault } from './fault.ts';
import { wordFault } from './wire.ts';

const patternOf = ({ path }: Operation): RegExp =>
  new RegExp(`^${path.replace(/:\w+\{\.\+\}/, '.+').replace(/:\w+/g, '[^/]+')}$`);

const operationsAt = ({ operations }: Contract, path: string): Operation[] =>
  Object.values<Operation>(operations).filter((operation) => patternOf(operation).test(path));

const methodsOf = (operations: readonly Operation[]): string[] =>
  [...new Set(operations.flatMap(({ method }) => method))].sort();

const isPage = ({ method, answers }: Operation): boolean =>
  [method].flat().includes('GET') && answers[200] === 'html';

/** The nearest page above a path. */
function pageAbove(contract: Contract, path: string): string | undefined {
  for (let above = path; above !== ''; ) {
    above = above.slice(0, above.lastIndexOf('/'));
    if (operationsAt(contract, above || '/').some(isPage)) return above || '/';
  }
  return undefined;
}

/** What was asked for, and of which system. */
export interface Missed {
  contract: Contract;
  request: Request;
  /** Below the system's base, and that base. */
  path: string;
  base: string;
}

/**
 * Where there is nothing, or nothing for this method. Whoever opens the address of a form that was sent, by going back
 * or by typing it, is led to the page above; whoever opens that of a system without a page, to its contract.
 */
export async function notHere({ contract, request, path, base }: Missed): Promise<Answer> {
  const found = operationsAt(contract, path);
  const wantsPage = request.headers.get('accept')?.includes('text/html');
  const opens = wantsPage && request.method === 'GET';
  if (opens && path === '/' && found.length === 0) return redirect(`${base}/docs`);
  const sent = opens && found.some(({ errors }) => errors === 'page');
  const above = sent ? pageAbove(contract, path) : undefined;
  if (above !== undefined) return redirect(base + above);
  const allow = methodsOf(found).join(', ');
  const fault = allow
    ? new Fault('wrong_method', `${request.method} is not allowed here`, { headers: { allow } })
    : new Fault('unknown_path', `${contract.name} has no ${path}`);
  return wordFault(contract, { errors: wantsPage ? 'page' : 'problem' }, fault, base);
}
