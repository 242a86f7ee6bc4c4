/** DER by hand: what no library writes. */

const lengthOf = (size: number): Buffer => {
  if (size < 0x80) return Buffer.of(size);
  const bytes = Buffer.from(size.toString(16).padStart(size > 0xffff ? 6 : size > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes]);
};

/** An element of these parts. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content]);
}

const headerOf = (der: Buffer, at: number): number => {
  const first = der[at + 1] as number;
  return first < 0x80 ? 2 : 2 + (first & 0x7f);
};

function sizeOf(der: Buffer, at: number): number {
  const [header, first] = [headerOf(der, at), der[at + 1] as number];
  return header + (first < 0x80 ? first : der.readUIntBE(at + 2, first & 0x7f));
}

/** What stands in an element. */
export const contentOf = (der: Buffer): Buffer => der.subarray(headerOf(der, 0), sizeOf(der, 0));

/** Its elements, each with its tag. */
export function elementsOf(der: Buffer): Buffer[] {
  const found: Buffer[] = [];
  const inside = contentOf(der);
  for (let at = 0; at < inside.length; at += sizeOf(inside, at))
    found.push(inside.subarray(at, at + sizeOf(inside, at)));
  return found;
}

type Change = (parts: Buffer[]) => readonly Uint8Array[];

/** The same element of other parts. */
export const changed = (der: Buffer, change: Change): Buffer =>
  element(der[0] as number, ...change(elementsOf(der)));

/** A CMS with other parts in its SignedData. */
export const withData = (cms: Buffer, change: Change): Buffer =>
  changed(cms, ([type, wrapped]) => [
    type as Buffer,
    changed(wrapped as Buffer, ([data]) => [changed(data as Buffer, change)]),
  ]);

/** With other parts in its first signer. */
export const withSigner = (cms: Buffer, change: Change): Buffer =>
  withData(cms, (parts) => [
    ...parts.slice(0, -1),
    changed(parts.at(-1) as Buffer, ([info]) => [changed(info as Buffer, change)]),
  ]);

/** With another content in it. */
export const withContent = (cms: Buffer, content: Uint8Array): Buffer =>
  withData(cms, ([version, digests, encapsulated, ...rest]) => [
    version as Buffer,
    digests as Buffer,
    changed(encapsulated as Buffer, ([type]) => [type as Buffer, element(0xa0, element(0x04, content))]),
    ...rest,
  ]);

/** Signed attributes: behind version, signer and hash. */
export const attributesIn = (cms: Buffer): Buffer => {
  const [, wrapped] = elementsOf(cms);
  const infos = elementsOf(elementsOf(wrapped as Buffer)[0] as Buffer).at(-1) as Buffer;
  return elementsOf(elementsOf(infos)[0] as Buffer)[3] as Buffer;
};
