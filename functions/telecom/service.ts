import contract from '../../contracts/telecom.ts';
import { defineService } from '../_kit/implement.ts';
import { token } from './account.ts';
import { check, match } from './ownership.ts';
import { shortCode } from './short-code.ts';
import { delivery, send } from './sms.ts';
import { words } from './words.ts';

export default defineService(contract, { token, match, check, send, delivery, shortCode }, words);
