// CMS SignedData (RFC 5652, 5) as its readers take it apart. The schemas of `@peculiar/asn1-*` pass over elements that
// they do not expect; two readers of such bytes could each see another signer. So the shape is held to the standard
// first, and everything comes from one and the same tree.
import 'reflect-metadata';
import { EncapsulatedContentInfo, id_data, id_signedData, SignerInfo } from '@peculiar/asn1-cms';
import { AsnParser } from '@peculiar/asn1-schema';
import {
  type BaseBlock,
  Constructed,
  fromBER,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as SetOf,
} from 'asn1js';
import { bufferOf } from './asn1.ts';

/** One signer. */
export interface SignerParts {
  info: SignerInfo;
  /** Signed attributes byte by byte, with the tag that they have there; undefined: none. */
  attributes: Uint8Array | undefined;
}

/** A SignedData. */
export interface CmsParts {
  content: EncapsulatedContentInfo;
  /** Byte by byte: the signatures of their issuers are over them. */
  certificates: Uint8Array[];
  signers: SignerParts[];
}

const CONTEXT = 3;

type Is = (block: BaseBlock) => boolean;

const a =
  (kind: new () => BaseBlock): Is =>
  (block) =>
    block instanceof kind;

/** Constructed, with a tag of the context. */
const tagged =
  (number: number): Is =>
  (block) => {
    const { tagClass, tagNumber } = block.idBlock;
    return block instanceof Constructed && tagClass === CONTEXT && tagNumber === number;
  };

/** Of issuer and serial number, or a key identifier (5.3). */
const isSid: Is = (block) => {
  const { tagClass, tagNumber } = block.idBlock;
  return block instanceof Sequence || (tagClass === CONTEXT && tagNumber === 0);
};

/** What must stand there, or with `maybe` may. */
type Place = { is: Is; maybe?: true };

const must = (is: Is): Place => ({ is });
const maybe = (number: number): Place => ({ is: tagged(number), maybe: true });

const shapes = {
  ContentInfo: [must(a(ObjectIdentifier)), must(tagged(0))],
  SignedData: [must(a(Integer)), must(a(SetOf)), must(a(Sequence)), maybe(0), maybe(1), must(a(SetOf))],
  EncapsulatedContentInfo: [must(a(ObjectIdentifier)), maybe(0)],
  SignerInfo: [
    must(a(Integer)),
    must(isSid),
    must(a(Sequence)),
    maybe(0),
    must(a(Sequence)),
    must(a(OctetString)),
    maybe(1),
  ],
  Attribute: [must(a(ObjectIdentifier)), must(a(SetOf))],
} satisfies Readonly<Record<string, readonly Place[]>>;

const partsOf = (block: BaseBlock | undefined): BaseBlock[] => {
  const parts: unknown = block instanceof Constructed ? block.valueBlock.value : [];
  return parts as BaseBlock[];
};

/** Its elements in their places, and none beside them. @throws RangeError */
function placed(block: BaseBlock | undefined, name: keyof typeof shapes): (BaseBlock | undefined)[] {
  const left = [...partsOf(block)];
  const found = shapes[name].map(({ is, maybe: isOptional }: Place) => {
    const [next] = left;
    if (next && is(next)) return left.shift();
    if (isOptional) return undefined;
    throw new RangeError(`no ${name}`);
  });
  if (!(block instanceof Sequence) || left.length > 0) throw new RangeError(`more than a ${name}`);
  return found;
}

/** The one element within a tag. @throws RangeError */
function only(block: BaseBlock | undefined): BaseBlock {
  const [one, ...more] = partsOf(block);
  if (!one || more.length > 0) throw new RangeError('several elements where one is expected');
  return one;
}

function signerIn(block: BaseBlock): SignerParts {
  const [, , , signed, , , unsigned] = placed(block, 'SignerInfo');
  for (const each of [...partsOf(signed), ...partsOf(unsigned)]) placed(each, 'Attribute');
  const info = AsnParser.fromASN(block, SignerInfo);
  if ((info.signedAttrs === undefined) !== (signed === undefined))
    throw new RangeError('signed attributes that are read in two ways');
  return { info, attributes: signed?.valueBeforeDecodeView };
}

/** Attributes without which a signature over them would pass for one over themselves (RFC 5652, 5.3). */
function refuseBare({ eContentType }: EncapsulatedContentInfo, signers: readonly SignerParts[]): void {
  if (eContentType !== id_data && signers.some(({ attributes }) => attributes === undefined))
    throw new RangeError('a signature without attributes over another content than data');
}

/** Zeros only, with which a PDF fills up what it has kept free. @throws RangeError */
function rootOf(cms: Uint8Array): BaseBlock {
  const { offset, result } = fromBER(bufferOf(cms));
  if (offset < 0 || cms.subarray(offset).some((byte) => byte !== 0))
    throw new RangeError('something stands behind the CMS, or it is none');
  return result;
}

/** @throws RangeError where it is no SignedData, or has anything that belongs to none */
export function cmsParts(cms: Uint8Array): CmsParts {
  const [type, wrapped] = placed(rootOf(cms), 'ContentInfo');
  if ((type as ObjectIdentifier).getValue() !== id_signedData) throw new RangeError('another kind of CMS');
  const [, , encapsulated, certificates, , infos] = placed(only(wrapped), 'SignedData');
  const [, inside] = placed(encapsulated, 'EncapsulatedContentInfo');
  if (inside) only(inside);
  const content = AsnParser.fromASN(encapsulated as BaseBlock, EncapsulatedContentInfo);
  const signers = partsOf(infos).map(signerIn);
  refuseBare(content, signers);
  return { content, certificates: partsOf(certificates).map((each) => each.valueBeforeDecodeView), signers };
}
