import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { maskNumbers } from '../_kit/mask.ts';
import { verificationCode } from '../_sign/verification-code.ts';
import type { XmlElement } from '../_soap/read.ts';
import { digestOf, type SimHash } from './domain.ts';
import { isFormat, PKCS1 } from './format.ts';
import { childOf, type Head, msisdnIn, neededAttribute, neededChild, uriIn } from './read.ts';

export const PROFILE = 'http://mobile-id.vn/digitalSignature';

/** By the certificate of the enterprise that the subscriber represents: our own name, the real one is not public. */
export const ENTERPRISE = `${PROFILE}#enterprise`;

const SERVICES = 'http://mobile-id.vn/MSSP/v1.0.0#';

/** Services that may be asked for beside the signature. */
const services = ['signingCertificate', 'signatureValidation'] as const;

export type ServiceName = (typeof services)[number];

export const serviceUri = (name: ServiceName): string => `${SERVICES}${name}`;

/** `synch` waits; of the others the AP asks for the state, or is told. */
const modes = ['synch', 'asynchClientServer', 'asynchServerServer'] as const;

type Mode = (typeof modes)[number];

/** What a MSS_SignatureReq asks beside what every request says. */
export interface SignatureAsked {
  msisdn: string;
  profile: string;
  /** `MSS_Format`. */
  format: string;
  hash: SimHash;
  digest: Uint8Array;
  /** As the phone shows it. */
  shown: string;
  services: readonly ServiceName[];
  mode: Mode;
  /** `TimeOut`, seconds. */
  seconds: number;
}

/** What fits onto a phone: ETSI leaves it open, one documented service takes 239 characters. */
const LONGEST = 239;

const DEFAULT_SECONDS = 300;

function dataToBeSigned(request: XmlElement) {
  const { attributes, text } = neededChild(request, 'DataToBeSigned');
  const { MimeType = 'application/octet-stream', Encoding = 'base64' } = attributes;
  if (Encoding.toLowerCase() !== 'base64' || MimeType !== 'application/octet-stream')
    throw new Fault('inappropriate_data', 'DataToBeSigned is not application/octet-stream in base64');
  return digestOf(text);
}

function dataToBeDisplayed(request: XmlElement): string {
  const { attributes, text } = neededChild(request, 'DataToBeDisplayed');
  const { MimeType = 'text/plain', Encoding = 'UTF-8' } = attributes;
  if (!/^utf-?8$/i.test(Encoding) || MimeType.split(';', 1)[0]!.trim() !== 'text/plain')
    throw new Fault('inappropriate_data', 'DataToBeDisplayed is not text/plain in UTF-8');
  const shown = text.normalize('NFC').trim();
  if (shown === '') throw new Fault('missing_param', 'DataToBeDisplayed is empty');
  if (shown.length > LONGEST)
    throw new Fault('wrong_data_length', `DataToBeDisplayed has ${shown.length} characters of ${LONGEST}`);
  return shown;
}

function servicesIn(request: XmlElement): ServiceName[] {
  const list = childOf(request, 'AdditionalServices');
  return (list?.children ?? []).map((service) => {
    const uri = uriIn(service, 'Description') ?? '';
    const name = services.find((each) => serviceUri(each) === uri);
    if (!name) throw new Fault('unauthorized_access', `the AP has not subscribed to the service '${uri}'`);
    return name;
  });
}

function secondsIn(request: XmlElement): number {
  const text = request.attributes.TimeOut;
  if (text === undefined) return DEFAULT_SECONDS;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Fault('wrong_param', 'TimeOut is no number of seconds');
  return Number(text);
}

function modeIn(request: XmlElement): Mode {
  const given = neededAttribute(request, 'MessagingMode');
  const mode = modes.find((each) => each === given);
  if (!mode) throw new Fault('wrong_param', `MessagingMode is none of ${modes.join(', ')}`);
  return mode;
}

/** Profile and format of the signature. */
function kindIn(request: XmlElement) {
  const profile = uriIn(request, 'SignatureProfile') ?? PROFILE;
  const format = uriIn(request, 'MSS_Format') ?? PKCS1;
  if (profile !== PROFILE && profile !== ENTERPRISE)
    throw new Fault('unsupported_profile', `no SignatureProfile '${profile}'`);
  if (!isFormat(format)) throw new Fault('unsupported_profile', `no MSS_Format '${format}'`);
  return { profile, format };
}

/** @throws Fault wrong_param, missing_param, wrong_data_length, inappropriate_data, unsupported_profile, unauthorized_access */
export function signatureAsked(x: Exchange, { request }: Head): SignatureAsked {
  const msisdn = msisdnIn(request);
  const signed = dataToBeSigned(request);
  const displayed = dataToBeDisplayed(request).replaceAll('%%VC%%', verificationCode(signed.digest));
  return {
    msisdn,
    ...kindIn(request),
    ...signed,
    // It is kept until the signer has read it.
    shown: maskNumbers(displayed, x.isOurs),
    services: servicesIn(request),
    mode: modeIn(request),
    seconds: secondsIn(request),
  };
}
