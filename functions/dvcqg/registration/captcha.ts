import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import { secret } from '../../_oidc/secret.ts';

const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 5;

export const newCaptcha = (x: Exchange): string => secret(x.deps.random, 9);

/** The characters that a page shows in clear: it tells no robot from a person, and shows trainees where the step is. */
export const captchaText = ({ workspace }: Exchange, nonce: string): string =>
  [...Buffer.from(digest(`captcha:${workspace.space}:${nonce}`))]
    .slice(0, LENGTH)
    .map((byte) => SIGNS[byte % SIGNS.length])
    .join('');

/** @throws Fault wrong_captcha */
export function requireCaptcha(x: Exchange, said: Readonly<Record<string, string>>): void {
  const right = captchaText(x, said.captcha_of ?? '');
  if (said.captcha?.trim().toUpperCase() !== right)
    throw new Fault('wrong_captcha', 'captcha is not what belongs to captcha_of');
}
