import { type Answer, page, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Fault } from '../../_kit/fault.ts';
import { readCertificate } from '../../_relying/certificate.ts';
import { visitor } from '../linking/enter.ts';
import { frameOf, pages } from '../pages/frame-of.ts';
import type { Portal } from '../portal.ts';
import { failed } from './failed.ts';
import { advance } from './finish.ts';
import { type HeldSigning, readSigning } from './held.ts';
import { deadlineOf, decidedAt } from './view.ts';

const REFRESH = { refresh: '3' };

/** The page asks for itself anew until the signer has answered. */
export async function signing(x: Exchange, portal: Portal): Promise<Answer> {
  const who = await visitor(x, portal, '/dossiers');
  if (who.elsewhere) return who.elsewhere;
  const held = await readSigning(x, portal, who.applicant.id);
  const { signing: now, changes, fault } = await advance(x, portal, held);
  if (now.state === 'signed') return redirect(`${x.base}/dossiers?notice=signed`, { changes });
  if (now.state === 'failed') return { ...(await failed(x, portal, now)), changes };
  return now.way === 'usb' ? usb(x, portal, held) : waiting(x, portal, held, fault);
}

async function waiting(x: Exchange, portal: Portal, held: HeldSigning, fault?: Fault): Promise<Answer> {
  const { signing: now } = held;
  const { signWaitingPage } = await pages();
  const content = signWaitingPage({
    ...frameOf(portal),
    base: x.base,
    signing: now,
    unavailable: fault !== undefined,
    secondsLeft: Math.max(0, Math.floor((deadlineOf(held, now) - x.clock.now) / 1000)),
    phoneUrl: decidedAt(x, now),
  });
  return page(content, { headers: REFRESH });
}

/** Where VNPT-CA's plug-in listens, on the signer's own computer. */
const PLUGIN = [4433, 4434, 4435].map((port) => `wss://localhost:${port}`);

async function usb(x: Exchange, portal: Portal, { signing: now, id }: HeldSigning): Promise<Answer> {
  const { prepared, signer } = now;
  const { signTokenPage } = await pages();
  const system = `${x.deps.origin}/${x.workspace.id}/usbtoken`;
  const content = signTokenPage({
    ...frameOf(portal),
    base: x.base,
    signing: now,
    ...(prepared && {
      serial: readCertificate(prepared.certificate).serialNumber,
      digest: prepared.digest,
    }),
    at: `${new URL(x.base).pathname}/signings/${id}`,
    doneUrl: `${new URL(x.base).pathname}/dossiers?notice=signed`,
    windowUrl: decidedAt(x, now),
    ...(signer !== null && { shimUrl: `${system}/shim.js?${new URLSearchParams({ person: signer })}` }),
  });
  return page(content, { connectSources: PLUGIN });
}
