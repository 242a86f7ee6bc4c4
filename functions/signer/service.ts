import contract from '../../contracts/signer.ts';
import { defineService } from '../_kit/implement.ts';
import { noticing } from '../_sign/telling.ts';
import { decide } from './decide.ts';
import { inbox, pin, signing, unblock } from './inbox.ts';

export default noticing(defineService(contract, { inbox, pin, unblock, signing, decide }));
