import contract from '../../contracts/usbtoken.ts';
import { defineService } from '../_kit/implement.ts';
import { later } from '../_kit/later.ts';
import { answer, decide, dialogues, plug, setToken, token } from './decide.ts';
import { shim } from './shim.ts';
import { vgca } from './vgca.ts';
import { vnpt } from './vnpt.ts';

export default defineService(contract, {
  shim,
  vgca,
  vnpt,
  dialogues,
  decide,
  token,
  setToken,
  answer,
  plug,
  ...later(() => import('./window.ts'), 'window', 'state'),
});
