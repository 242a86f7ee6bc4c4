import contract from '../../contracts/csc.ts';
import { defineService } from '../_kit/implement.ts';
import { authorize } from './authorize.ts';
import { info, infoV2 } from './info.ts';
import { info as credential, list } from './list.ts';
import { login, revoke } from './login.ts';
import { oauthAuthorize, oauthSignIn } from './oauth/authorize.ts';
import { oauthDecide } from './oauth/decide.ts';
import { oauthRevoke } from './oauth/revoke.ts';
import { oauthToken } from './oauth/token.ts';
import { sendOtp } from './otp.ts';
import { extend } from './sad.ts';
import { signHash } from './sign-hash.ts';
import { timestamp } from './timestamp.ts';
import { authorizeCheck, authorizeV2, extendV2, getChallenge } from './v2/authorize.ts';
import { infoOfCredentialV2, listV2 } from './v2/list.ts';
import { signPolling } from './v2/result.ts';
import { signDoc } from './v2/sign-doc.ts';
import { signHashV2 } from './v2/sign-hash.ts';
import { words } from './words.ts';

export default defineService(
  contract,
  {
    info,
    login,
    revoke,
    list,
    credential,
    sendOtp,
    authorize,
    extend,
    signHash,
    timestamp,
    oauthAuthorize,
    oauthSignIn,
    oauthDecide,
    oauthToken,
    oauthRevoke,
    infoV2,
    loginV2: login,
    revokeV2: revoke,
    listV2,
    credentialV2: infoOfCredentialV2,
    authorizeV2,
    authorizeCheck,
    getChallenge,
    extendV2,
    signHashV2,
    signDoc,
    signPolling,
    timestampV2: timestamp,
  },
  words,
);
