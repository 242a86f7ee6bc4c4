import { type Answer, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Portal } from '../portal.ts';
import { beginSignIn } from '../sign-in.ts';
import { formPath, procedureBy } from './services.ts';

interface DeepLink {
  vnconnect?: string | undefined;
  MaTTHCDP: string;
  MaCoQuanThucHien: string;
  MaDVC: string;
}

/**
 * The national portal sent somebody here for a procedure. `vnconnect=1`: they are signed in there, or ought to be, so
 * the exchange is asked without a page first. Whoever else may be signed in here: the one who comes counts.
 * @throws Fault unknown_service
 */
export async function launch(x: Exchange<DeepLink>, portal: Portal): Promise<Answer> {
  const { vnconnect, MaTTHCDP, MaCoQuanThucHien, MaDVC } = x.input;
  const procedure = procedureBy(portal, MaDVC);
  if (procedure.MaTTHCDP !== MaTTHCDP || procedure.MaCoQuanThucHien !== MaCoQuanThucHien) {
    throw new Fault('unknown_service', 'MaTTHCDP or MaCoQuanThucHien does not belong to this MaDVC');
  }
  const to = formPath(MaDVC);
  if (vnconnect !== '1') return redirect(`${x.base}${to}`);
  return beginSignIn(x, portal, { provider: 'exchange', to, silent: true });
}
