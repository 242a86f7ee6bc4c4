import { Fault } from '../../_kit/fault.ts';

const known = new Set(['sign', 'offline_access', 'openid', 'profile', 'email']);

/** What is granted, whatever was asked for, as the samples of VNPT's document have it. */
export const GRANTED = 'email offline_access openid profile sign';

/** `sign offline_access` is what VNPT wants; more of what it grants anyway does no harm. @throws Fault invalid_scope */
export function requireScope(scope: string | undefined): void {
  const asked = scope?.split(' ').filter(Boolean) ?? [];
  if (!asked.includes('sign') || !asked.every((each) => known.has(each)))
    throw new Fault('invalid_scope', 'the scope is: sign offline_access');
}
