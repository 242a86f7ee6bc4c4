import { obey } from './drive.ts';
import { discover, signIn, type Target } from './sign-in.ts';

obey<Target>(async (ask, { target, verified }) => {
  const provider = await discover(ask, target);
  return () => signIn(ask, provider, verified);
});
