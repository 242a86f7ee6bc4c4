import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { assets } from '../_kit/page/assets.ts';
import { knownPerson } from './owner.ts';

/** The script, told where this person's token answers. */
export async function shim(x: Exchange<{ person: string }>): Promise<Answer> {
  const { slug } = await knownPerson(x, x.input.person);
  const script = Buffer.from(await assets['usb-token.js']!.read()).toString();
  const at = JSON.stringify(`${x.base}/${encodeURIComponent(slug)}`);
  return { status: 200, body: `${script}hopcatUsbToken(${at});\n`, type: 'text/javascript; charset=utf-8' };
}
