import { obey } from './drive.ts';
import type { LookUp } from './look-up.ts';

obey<LookUp>(async (ask, { target: { url, question, shows } }) => async () => {
  const answer = await ask(url, question);
  if (answer.status !== 200 || !answer.body.includes(shows)) {
    throw new Error(`${url}: ${answer.status} ${answer.body.slice(0, 300)}`);
  }
});
