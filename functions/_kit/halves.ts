import type { Text } from '../../contracts/_contract.ts';

/** Both halves of `vi / en`, as the messages of schemas are. */
export function halves(message: string): Text {
  const at = message.lastIndexOf(' / ');
  return at < 0 ? { vi: message, en: message } : { vi: message.slice(0, at), en: message.slice(at + 3) };
}
