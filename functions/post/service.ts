import type { FaultKind } from '../../contracts/_contract.ts';
import contract from '../../contracts/post.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';
import { defineService } from '../_kit/implement.ts';
import { check } from './accounts.ts';
import { token } from './caller.ts';
import { order, orderState } from './orders.ts';

/** A refusal has the shape of every other answer: Status and Message, and for programs the code. */
function words({ code, detail, extra }: Fault, { status, title }: FaultKind): Answer {
  const places = extra.errors
    ?.map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join('; ');
  const Message = `${title.vi} / ${title.en} (${places ?? detail})`;
  return json({ Status: '0', Code: code, Message }, { status, headers: { ...extra.headers } });
}

export default defineService(contract, { token, check, order, orderState }, words);
