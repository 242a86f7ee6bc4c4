import contract from '../../contracts/portal.ts';
import { defineService } from '../_kit/implement.ts';
import { refresh } from './refresh.ts';
import { callback, signIn } from './sign-in.ts';
import { backchannelLogout, frontchannelLogout, signOut } from './sign-out.ts';
import { home } from './views.ts';

export default defineService(contract, {
  home,
  signIn,
  callback,
  refresh,
  signOut,
  backchannelLogout,
  frontchannelLogout,
});
