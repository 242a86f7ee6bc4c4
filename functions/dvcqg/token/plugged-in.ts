import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personBySlug } from '../../_kit/people.ts';
import { pathOf } from '../registration/paths.ts';
import type { PluggedIn } from './pages/sign.ts';

/** The plug-ins' own addresses, and the sandbox's, whatever name of this machine the page was opened by. */
export const pluginOrigins = ({ deps }: Exchange): readonly string[] => [
  deps.origin,
  'wss://127.0.0.1:8987',
  ...[4433, 4434, 4435].map((port) => `wss://localhost:${port}`),
];

/** Whose token the page answers for. @throws Fault no_certificate */
export async function pluggedInOf(
  x: Exchange,
  slug: string | null | undefined,
): Promise<PluggedIn | undefined> {
  if (!slug) return undefined;
  const person = await personBySlug(x, slug);
  if (!person) throw new Fault('no_certificate', 'nobody of the sandbox is called so');
  x.remarks.person = person.slug;
  const own = encodeURIComponent(person.slug);
  return {
    name: person.name.full,
    shim: pathOf(x, `/../usbtoken/shim.js?person=${own}`),
    window: pathOf(x, `/../usbtoken/${own}`),
  };
}
