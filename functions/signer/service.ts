import contract from '../../contracts/signer.ts';
import { defineService } from '../_kit/implement.ts';
import { decide } from './decide.ts';
import { inbox, pin, signing, unblock } from './inbox.ts';

export default defineService(contract, { inbox, pin, unblock, signing, decide });
