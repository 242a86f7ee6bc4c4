import { type Register, registerOf } from '../_cleaning/register.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { ownPeople } from '../_kit/people.ts';

/**
 * The population database as the workspace has it. Read where the register itself reads it, not over its wire: a
 * call a row would take a hundred times as long and fill the journal.
 */
export async function registerIn(x: Exchange): Promise<Register> {
  const changed = Object.keys(x.workspace.people).length > 0;
  const own = changed ? (await x.list(ownPeople)).map(({ value }) => value) : [];
  return registerOf(own, x.deps.people, await x.deps.country());
}
