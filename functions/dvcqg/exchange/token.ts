import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { UsbFault } from '../../../contracts/_dvcqg/usb-faults.ts';
import { type Answer, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { isLate } from '../../_relying/call.ts';
import { readSignedData } from '../../_relying/signed-data.ts';
import type { Holder } from '../registration/signature.ts';
import { holderFrom, namedBy, trustedLeaf } from '../registration/signer.ts';
import { ownersFor } from '../token/owners.ts';
import { pluggedInOf, pluginOrigins } from '../token/plugged-in.ts';
import { SIGN_IN, toSignForSignIn } from '../token/to-sign.ts';
import { withPassword } from './login.ts';
import { pages } from './pages.ts';
import { stepping } from './refusals.ts';
import { refuseClosed } from './signature.ts';
import { accountOf, signedInBy } from './signed-by.ts';
import { readStep, type Step } from './waiting.ts';

type Shown = Exchange<{ sessionDataKey: string; kind: AccountKind; person?: string | undefined }>;

async function tokenView(x: Shown, step: Step): Promise<Answer> {
  const { kind, person } = x.input;
  refuseClosed(x, step, kind);
  const { signByTokenPage } = await pages();
  const content = signByTokenPage({
    lang: step.waiting.lang,
    assets: ASSETS,
    post: { action: `${x.base}/commonauth`, hidden: dataFor(step, kind) },
    toSign: toSignForSignIn(kind, step.key),
    pluggedIn: await pluggedInOf(x, person),
    people: await ownersFor(x, kind, (slug) => tokenUrl(x, step.key, kind, slug)),
    retry: `${x.base}/authenticationendpoint/login.do?${new URLSearchParams({ sessionDataKey: step.key })}`,
  });
  return page(content, { connectSources: pluginOrigins(x) });
}

const dataFor = ({ key }: Step, kind: AccountKind) => ({
  sessionDataKey: key,
  dataBeforeSign: toSignForSignIn(kind, key).text,
});

/** A path, so that any name of this machine does. */
function tokenUrl({ base }: Exchange, sessionDataKey: string, kind: AccountKind, person: string): string {
  const query = new URLSearchParams({ sessionDataKey, kind, person });
  return `${new URL(base).pathname}/authenticationendpoint/usb-token.do?${query}`;
}

/** The page that has a USB token sign. */
export async function tokenPage(x: Shown): Promise<Answer> {
  const step = await readStep(x, x.input.sessionDataKey);
  return stepping(x, step, () => tokenView(x, step));
}

interface BySignature {
  sessionDataKey: string;
  serial: string;
  signedData: string;
  dataBeforeSign: string;
}

type Posted = Exchange<BySignature | { sessionDataKey: string; username: string; password: string }>;

/** Both forms of the sign-in page come here, as at WSO2. */
export async function commonauth(x: Posted): Promise<Answer> {
  if ('password' in x.input) return withPassword(x as Exchange<typeof x.input>);
  const step = await readStep(x, x.input.sessionDataKey);
  const given = x.input;
  return stepping(x, step, () => byToken(x, step, given));
}

const usb = (code: UsbFault, detail: string): Fault => new Fault(code, detail);

/** What each of our refusals is called at a sign-in by USB token. */
const names: Readonly<Record<string, UsbFault>> = {
  signature_unreadable: 'USB_FAILURE_ERROR_CODE',
  no_certificate: 'USB_NOT_HAVE_USERNAME_OR_CERTIFICATE_ERROR_CODE',
  signature_not_trusted: 'USB_CERTIFICATE_VERIFICATION_FAILED_ERROR_CODE',
  account_locked: 'USB_USER_NOT_ACTIVE_ERROR_CODE',
};

/** What a refusal is called on this way in. */
export function usbFault(fault: Fault): Fault {
  if (fault.code === 'register_unavailable')
    return usb(
      isLate(fault) ? 'USB_NETWORK_TIMEOUT_ERROR_CODE' : 'USB_NETWORK_ERROR_CODE',
      `${fault.code}: ${fault.detail}`,
    );
  const name = names[fault.code];
  return name ? usb(name, `${fault.code}: ${fault.detail}`) : fault;
}

/** @throws Fault USB_…, account_stopped */
async function byToken(x: Exchange, step: Step, given: BySignature): Promise<Answer> {
  try {
    const holder = await holderOf(x, step, given);
    const account = await accountOf(x, holder);
    if (!account)
      throw usb(
        'USB_USER_NOT_FOUND_BY_SERIAL_ERROR_CODE',
        `no account belongs to certificate ${holder.serial}`,
      );
    return await signedInBy(x, step, account, holder, []);
  } catch (error) {
    if (error instanceof Fault) throw usbFault(error);
    throw error;
  }
}

/** The very text that this sign-in asked for. @throws Fault USB_FAILURE_ERROR_CODE */
function refuseOtherContent({ key }: Step, said: string, content: Uint8Array): void {
  if (!Buffer.from(said).equals(content))
    throw usb('USB_FAILURE_ERROR_CODE', 'dataBeforeSign is not what was signed');
  const { sessionDataKey, purpose = SIGN_IN } = jsonIn(said);
  if (sessionDataKey !== key)
    throw usb('USB_FAILURE_ERROR_CODE', 'what was signed does not hold the sessionDataKey of this sign-in');
  // WSO2 wants none; whoever signed for something else has not signed in.
  if (purpose !== SIGN_IN) throw usb('USB_FAILURE_ERROR_CODE', 'what was signed is for another purpose');
}

function jsonIn(text: string): { sessionDataKey?: unknown; purpose?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

async function holderOf(x: Exchange, step: Step, given: BySignature): Promise<Holder> {
  const { content, signed } = await readSignedData(given, given.dataBeforeSign);
  refuseOtherContent(step, given.dataBeforeSign, content);
  const named = await namedBy(x, await trustedLeaf(x, signed));
  if (named.leaf.serialNumber !== given.serial.trim().toUpperCase())
    throw usb('USB_CERTIFICATE_VERIFICATION_FAILED_ERROR_CODE', 'another certificate has this serial number');
  if (!named.person)
    throw usb('USB_USER_NOT_EXIST_ERROR_CODE', 'number and name in the certificate belong to nobody');
  return holderFrom(named, named.person);
}
