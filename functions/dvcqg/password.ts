import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';

const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\d/, /[^\p{L}\d\s]/u];

/** Four kinds of characters, as the portal's guide says; the shortest length is HopCat's own. @throws Fault weak_password */
export function checkPassword(x: Exchange, password: string): void {
  const { passwordLength } = x.workspace.settings.dvcqg;
  const missing = kinds.filter((kind) => !kind.test(password)).length;
  if (password.length < passwordLength || missing > 0 || /\s/.test(password))
    throw new Fault('weak_password', `at least ${passwordLength} characters of all four kinds, no space`);
}
