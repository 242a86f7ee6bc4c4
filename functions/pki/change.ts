import type { Exchange } from '../_kit/exchange.ts';
import type { Change } from '../_kit/store.ts';
import { type Certificate, type Status, statuses, statusOf } from '../_sign/certificate.ts';
import { type Step, stepped } from './domain.ts';

/** One step in a certificate's life: what its authority then says of it. */
export async function changedStatus(
  x: Exchange,
  certificate: Certificate,
  step: Step,
): Promise<{ status: Status; changes: Change[] }> {
  const id = `${certificate.authority},${certificate.serial}`;
  const held = await x.read(statuses, id);
  const status = stepped(await statusOf(x, certificate), step, x.clock.now);
  const change = x.put(statuses, id, status, { if: held ? { version: held.version } : 'absent' });
  return { status, changes: [change] };
}
