import contract from '../../contracts/phone.ts';
import { defineService } from '../_kit/implement.ts';
import { answer, approvals, decide, unblock } from './approvals.ts';
import { messages, receive } from './messages.ts';
import { send, write } from './outbox.ts';
import { phone, phones, scan, state } from './screen.ts';

export default defineService(contract, {
  phones,
  phone,
  state,
  scan,
  answer,
  unblock,
  messages,
  receive,
  send,
  write,
  approvals,
  decide,
});
