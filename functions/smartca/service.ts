import contract from '../../contracts/smartca.ts';
import { defineService } from '../_kit/implement.ts';
import { noticing } from '../_sign/telling.ts';
import { info, list, userInfo } from './csc/credentials.ts';
import { signFile, signHash } from './csc/sign.ts';
import { tranInfo } from './csc/tran-info.ts';
import { authorize, login } from './oauth/authorize.ts';
import { token } from './oauth/token.ts';
import { activate } from './sp769/activate.ts';
import { getCertificate } from './sp769/certificates.ts';
import { confirm } from './sp769/confirm.ts';
import { otp } from './sp769/otp.ts';
import { sign, status } from './sp769/sign.ts';
import { decided } from './tell.ts';
import { words } from './words.ts';

export default noticing(
  defineService(
    contract,
    {
      getCertificate,
      sign,
      status,
      activate,
      confirm,
      otp,
      decided,
      authorize,
      login,
      token,
      userInfo,
      list,
      info,
      signFile,
      signHash,
      tranInfo,
    },
    words,
  ),
);
