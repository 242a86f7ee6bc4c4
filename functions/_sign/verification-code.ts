/**
 * Four digits that phone and portal both show, so that a person sees that it is the same digest. How the real applet
 * counts them is not public: here as Estonia's Mobile-ID does it, whose formula is.
 */
export function verificationCode(digest: Uint8Array): string {
  const [first = 0, last = 0] = [digest[0], digest.at(-1)];
  return String(((first & 0xfc) << 5) | (last & 0x7f)).padStart(4, '0');
}
