import contract from '../../contracts/signhub.ts';
import { defineService } from '../_kit/implement.ts';
import { noticing } from '../_sign/telling.ts';
import { refresh, token } from './accounts.ts';
import { success } from './answer.ts';
import { certificates } from './credentials.ts';
import { decided } from './decided.ts';
import { behindHmac, forAccounts } from './gate.ts';
import { providersShown } from './providers.ts';
import { register, registration } from './registration.ts';
import { polling, signHash } from './signing.ts';
import { words } from './words.ts';

export default noticing(
  defineService(
    contract,
    {
      token: behindHmac(token),
      refresh: behindHmac(refresh),
      providers: forAccounts(() => success(providersShown())),
      register: forAccounts(register),
      registration: forAccounts(registration),
      certificates: forAccounts(certificates),
      signHash: forAccounts(signHash),
      polling: forAccounts(polling),
      decided,
    },
    words,
  ),
);
