import contract from '../../contracts/smartca.ts';
import { defineService } from '../_kit/implement.ts';
import { activate } from './sp769/activate.ts';
import { getCertificate } from './sp769/certificates.ts';
import { confirm } from './sp769/confirm.ts';
import { otp } from './sp769/otp.ts';
import { sign, status } from './sp769/sign.ts';
import { decided } from './tell.ts';
import { words } from './words.ts';

export default defineService(
  contract,
  { getCertificate, sign, status, activate, confirm, otp, decided },
  words,
);
