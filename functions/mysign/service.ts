import contract from '../../contracts/mysign.ts';
import { defineService } from '../_kit/implement.ts';
import { noticing } from '../_sign/telling.ts';
import { certificates } from './credentials.ts';
import { login, withToken } from './session.ts';
import { signHash } from './sign-hash.ts';
import { decided, status } from './transaction.ts';
import { words } from './words.ts';

export default noticing(
  defineService(
    contract,
    {
      login,
      certificates: withToken(certificates),
      signHash: withToken(signHash),
      status: withToken(status),
      decided,
    },
    words,
  ),
);
