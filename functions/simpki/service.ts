import contract from '../../contracts/simpki.ts';
import { defineService } from '../_kit/implement.ts';
import { later } from '../_kit/later.ts';
import { noticing } from '../_sign/telling.ts';
import { decided } from './notify.ts';
import { profile, receipt, registration, statusQuery } from './others.ts';
import { signature } from './signature.ts';
import { words } from './words.ts';

export default noticing(
  defineService(
    contract,
    {
      signature,
      statusQuery,
      receipt,
      profile,
      registration,
      decided,
      ...later(() => import('./client-issue.ts'), 'clientCertificate'),
      ...later(() => import('./wsdl.ts'), 'describe'),
    },
    words,
  ),
);
