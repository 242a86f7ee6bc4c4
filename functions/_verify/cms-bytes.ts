import { type BaseBlock, Constructed, fromBER } from 'asn1js';

/** Parts of a constructed element. */
const partsOf = (block: unknown): BaseBlock[] => {
  const parts: unknown = block instanceof Constructed ? block.valueBlock.value : [];
  return parts as BaseBlock[];
};

const tagged = (block: BaseBlock | undefined, number: number): BaseBlock | undefined =>
  block?.idBlock.tagClass === 3 && block.idBlock.tagNumber === number ? block : undefined;

/** Of a CMS SignedData, as they stand in it. */
export interface CmsBytes {
  certificates: Uint8Array[];
  /** Of each signer, with the tag that they have there; undefined: none. */
  attributes: (Uint8Array | undefined)[];
}

/** What has to be taken byte by byte, as signatures are over it; reading and writing it anew may change it. */
export function cmsBytes(cms: Uint8Array): CmsBytes {
  const [, content] = partsOf(fromBER(new Uint8Array(cms)).result);
  const parts = partsOf(partsOf(content)[0]);
  const certificates = partsOf(parts.find((part) => tagged(part, 0)));
  // version, sid and digestAlgorithm stand before the attributes (RFC 5652, 5.3).
  const attributes = partsOf(parts.at(-1)).map((info) => tagged(partsOf(info)[3], 0));
  return {
    certificates: certificates.map((each) => each.valueBeforeDecodeView),
    attributes: attributes.map((each) => each?.valueBeforeDecodeView),
  };
}
