import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { XmlElement } from '../_soap/read.ts';
import { type Asked, askedIn, MSS, refusedIn } from './envelope.ts';
import { international, isMobile } from './msisdn.ts';

/** A child by its name, in ETSI's namespace or in none, because clients differ. @throws Fault wrong_param */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  const found = element.children.filter(
    (each) => each.name === name && (each.uri === MSS || each.uri === ''),
  );
  if (found.length > 1) throw new Fault('wrong_param', `${name} stands ${found.length} times`);
  return found[0];
}

/** @throws Fault missing_param */
export function neededChild(element: XmlElement, name: string): XmlElement {
  const found = childOf(element, name);
  if (!found) throw new Fault('missing_param', `${element.name} has no ${name}`);
  return found;
}

/** @throws Fault missing_param */
export function neededAttribute(element: XmlElement, name: string): string {
  const value = element.attributes[name]?.trim();
  if (value === undefined || value === '') throw new Fault('missing_param', `${element.name} has no ${name}`);
  return value;
}

/** What every request says: who asks, under which number of its own. */
export interface Head extends Asked {
  apId: string;
  password: string;
  transId: string;
  mssp: string;
  instant: string;
}

/** NCName (XML Namespaces 1.0), ASCII: published clients send 10 or 14 characters. */
const NC_NAME = /^[A-Za-z_][\w.-]{0,63}$/;

// A name must not begin with a digit, yet published clients cut it out of a GUID: half of theirs do.
const isTransId = (text: string): boolean => NC_NAME.test(text) || NC_NAME.test(`_${text}`);

function refuseVersion(request: XmlElement): void {
  const [major, minor] = ['MajorVersion', 'MinorVersion'].map((name) => neededAttribute(request, name));
  if (major !== '1' || minor !== '1')
    throw new Fault('incompatible_interface', 'MajorVersion and MinorVersion are not 1.1');
}

/** Beside AP_Info and MSSP_Info. */
const parts: Readonly<Record<string, readonly string[]>> = {
  MSS_SignatureReq: [
    ...['MobileUser', 'DataToBeSigned', 'DataToBeDisplayed', 'MSS_Format', 'SignatureProfile'],
    'AdditionalServices',
  ],
  MSS_StatusReq: [],
  MSS_ReceiptReq: ['MobileUser', 'Status', 'Message'],
  MSS_ProfileReq: ['MobileUser'],
  MSS_RegistrationReq: ['MobileUser'],
};

function refuseUnknownParts({ name, children }: XmlElement): void {
  const known = ['AP_Info', 'MSSP_Info', ...(parts[name] ?? [])];
  const other = children.find((child) => !known.includes(child.name) || ![MSS, ''].includes(child.uri));
  if (other) throw new Fault('wrong_param', `${name} knows no {${other.uri}}${other.name}`);
}

function headOf(asked: Asked): Head {
  const { request } = asked;
  refuseVersion(request);
  refuseUnknownParts(request);
  const ap = neededChild(request, 'AP_Info');
  const mssp = neededChild(neededChild(request, 'MSSP_Info'), 'MSSP_ID');
  const transId = neededAttribute(ap, 'AP_TransID');
  if (!isTransId(transId)) throw new Fault('wrong_param', 'AP_TransID is no NCName of up to 64 characters');
  const instant = neededAttribute(ap, 'Instant');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(instant) || Number.isNaN(Date.parse(instant)))
    throw new Fault('wrong_param', 'Instant is no xsd:dateTime');
  return {
    ...asked,
    apId: neededAttribute(ap, 'AP_ID'),
    password: neededAttribute(ap, 'AP_PWD'),
    transId,
    mssp: childOf(mssp, 'URI')?.text.trim() ?? '',
    instant,
  };
}

/** A request of an operation with what every request says. @throws Fault */
export async function requestOf(x: Exchange, operation: string): Promise<Head> {
  const asked = await askedIn(String(x.body), operation, x.request.headers.get('content-type') ?? '');
  try {
    return headOf(asked);
  } catch (error) {
    throw refusedIn(asked.version, error);
  }
}

/** `84…`, whichever way it was written. @throws Fault missing_param, wrong_param */
export function msisdnIn(request: XmlElement): string {
  const text = neededChild(neededChild(request, 'MobileUser'), 'MSISDN').text.trim();
  if (text === '') throw new Fault('missing_param', 'MSISDN is empty');
  if (!isMobile(text))
    throw new Fault('wrong_param', 'MSISDN is no Vietnamese mobile number such as 84912345678');
  return international(text);
}

/** What an `mssURI` says, of `SignatureProfile` and its like. */
export const uriIn = (request: XmlElement, name: string): string | undefined => {
  const element = childOf(request, name);
  return element && neededChild(element, 'mssURI').text.trim();
};
