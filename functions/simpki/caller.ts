import { portalAtSimpki } from '../../contracts/_national-portal.ts';
import { portalsAtSimpki } from '../../contracts/_reference-portals.ts';
import type { SimpkiAccount } from '../../contracts/_simpki/settings.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest, matches } from '../_kit/perform.ts';
import type { Head } from './read.ts';

/** Of nobody: what an unknown AP is compared with, so that it takes as long as a wrong password. */
const NOBODY = digest('');

/** Portals of the sandbox itself, known in every workspace. They call at the public address, like everybody. */
export const ofTheHouse: readonly SimpkiAccount[] = [portalAtSimpki, ...portalsAtSimpki];

/** The account of this name, and whether the password is its own. */
export function accountOf(x: Exchange, { apId, password }: Pick<Head, 'apId' | 'password'>) {
  const { accounts } = x.workspace.settings.simpki;
  const account = [...ofTheHouse, ...accounts].find((each) => each.apId === apId);
  const right = matches(password, account?.secretHash ?? NOBODY);
  return { account, right };
}

/** Who calls. @throws Fault unauthorized_access */
export function callerOf(x: Exchange, given: Pick<Head, 'apId' | 'password'>): SimpkiAccount {
  const { account, right } = accountOf(x, given);
  if (!account || !right)
    throw new Fault('unauthorized_access', account ? 'AP_PWD is wrong' : 'AP_ID is unknown');
  x.remarks.client = account.apId;
  return account;
}
