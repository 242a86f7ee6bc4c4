import type { FaultKind } from '../../contracts/_contract.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';

/** `{code, message}`: the code is HTTP's status; the message in Vietnamese, a slash, English, and what is wrong. */
export function words({ detail, extra }: Fault, { status, title }: FaultKind): Answer {
  const places = extra.errors?.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  const message = `${title.vi} / ${title.en} (${places?.join('; ') ?? detail})`;
  return json({ code: status, message }, { status, headers: { ...extra.headers } });
}
