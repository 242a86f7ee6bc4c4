import { nationalPortal } from '../../../contracts/_national-portal.ts';
import { type CheckResult, checkAnswer, tokenAnswer } from '../../../contracts/_post/data.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { call, formOf, jsonOf, read } from '../../_relying/call.ts';

async function accessToken(x: Exchange): Promise<{ access_token: string }> {
  const { id, secret } = nationalPortal;
  const asked = formOf({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
  const { access_token } = read('post', await call(x, 'post', '/token', asked), tokenAnswer);
  return { access_token };
}

/** Whose an account with VNPost is, as it was said: by its telephone number, or by its customer code. */
export interface PostClaim {
  phone?: string | undefined;
  customerCode?: string | undefined;
  number: string;
  name: string;
}

/** Whether the account is this person's own. @throws Fault register_unavailable */
export async function checkPostAccount(x: Exchange, said: PostClaim): Promise<CheckResult> {
  const account = said.phone === undefined ? { customerCode: said.customerCode } : { phone: said.phone };
  const asked = { ...account, personalNumber: said.number, fullName: said.name };
  const reply = await call(x, 'post', '/accounts/check', jsonOf(asked, await accessToken(x)));
  return read('post', reply, checkAnswer).result;
}
