import { createHash } from 'node:crypto';
import type { Application } from '../../../contracts/_smartca/settings.ts';
import { digest } from '../../_kit/admit.ts';
import { json } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personBySlug } from '../../_kit/people.ts';
import type { Change } from '../../_kit/store.ts';
import type { Holder } from '../../_sign/holder.ts';
import { applicationById } from '../applications.ts';
import { accessTokens } from '../oauth/kinds.ts';

/** An application that acts for a subscriber. */
export interface Caller {
  application: Application;
  holder: Holder;
}

/** @throws Fault token_invalid */
export async function callerOf(x: Exchange): Promise<Caller> {
  const [, bearer = ''] = /^Bearer +(\S+)$/i.exec(x.request.headers.get('authorization') ?? '') ?? [];
  const leave = bearer === '' ? undefined : (await x.read(accessTokens, digest(bearer)))?.value;
  const application = leave && applicationById(x, leave.client);
  const person = leave && (await personBySlug(x, leave.person));
  if (!application || !person)
    throw new Fault('token_invalid', 'no live access token in the Authorization header', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  Object.assign(x.remarks, { client: application.clientId, person: person.slug });
  return { application, holder: { person, kind: leave.kind } };
}

/** Every answer's envelope. */
export const said = (content: unknown, changes: readonly Change[] = [], message = 'Success') =>
  json({ code: 0, codeDesc: 'SUCCESS', message, content }, { changes });

/** An id in the form of a GUID that is the same at every call. */
export const fixedId = (what: string): string =>
  createHash('sha256')
    .update(`smartca ${what}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
