import type { StatusMessage } from '../../../contracts/_smartca/sp769-data.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { type Signing, stageOf } from '../../_sign/signing.ts';

const messages: Readonly<Record<ReturnType<typeof stageOf>, StatusMessage>> = {
  waiting: 'sig_wait_for_user_confirm',
  signed: 'SUCCESS',
  expired: 'EXPIRED',
  refused: 'SIGNER_REJECTED',
  blocked: 'AUTHORIZE_KEY_FAILED',
  failed: 'SIGN_FAILED',
};

export const messageOf = (x: Exchange, signing: Signing): StatusMessage => messages[stageOf(x, signing)];
