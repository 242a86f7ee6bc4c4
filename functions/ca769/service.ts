import contract from '../../contracts/ca769.ts';
import { defineService } from '../_kit/implement.ts';
import { token } from './caller.ts';
import { getCertificate, neacGetCertificate } from './certificates.ts';
import { neacSignFile, sign, status } from './sign.ts';
import { words } from './words.ts';

export default defineService(
  contract,
  { neacToken: token, neacGetCertificate, neacSignFile, getCertificate, sign, status },
  words,
);
