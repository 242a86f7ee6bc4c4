import { createHash } from 'node:crypto';
import type { RegisterRequest } from '../../contracts/_signhub/data.ts';
import type { ProviderCode, SignhubAccount } from '../../contracts/_signhub/settings.ts';
import type { Person } from '../../contracts/person.ts';
import { fold } from '../../people/fold.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change } from '../_kit/store.ts';
import { guid } from '../_oidc/secret.ts';
import { hasCertificate } from '../_sign/certificate.ts';
import { beginSigning, isFast, type Outcome, type Signing, signingById, stageOf } from '../_sign/signing.ts';
import { success } from './answer.ts';
import { activated, activeAt, certificateAt, citizenWith } from './credentials.ts';
import { isPack, isProvider } from './providers.ts';
import { type Registration, registrations, shownRegistration } from './registration-state.ts';
import { notify } from './webhook.ts';

const birthOf = ({ birth }: Person): string =>
  'date' in birth ? birth.date.split('-').reverse().join('/') : String(birth.year);

/** @throws Fault request_refused */
async function checked(x: Exchange<RegisterRequest>, person: Person): Promise<ProviderCode> {
  const { userInfo, provider, servicePackCode } = x.input;
  const refused = (detail: string) => new Fault('request_refused', detail);
  if (!isProvider(provider)) throw refused('there is no such provider');
  if (!isPack(servicePackCode)) throw refused('the provider has no such service pack');
  const { fullName, birthDate } = userInfo;
  if (fullName && fold(fullName) !== fold(person.name.full))
    throw refused('fullName is not that of the citizen');
  if (birthDate && !birthDate.endsWith(birthOf(person)))
    throw refused('birthDate is not that of the citizen');
  const active = await activeAt(x, person);
  if (active.some((one) => one.provider === provider))
    throw refused('the citizen has a certificate of this provider');
  return provider;
}

/** What the holder is asked on the phone; agreeing to it activates the certificate. */
const activation = (code: string, provider: ProviderCode) => ({
  description: `Kích hoạt chứng thư số ${provider} / Activate the certificate of ${provider}`,
  documents: [
    {
      id: code,
      name: 'Kích hoạt chứng thư số / Activate the certificate',
      hash: 'sha256' as const,
      digest: createHash('sha256').update(`activate ${code}`).digest('base64'),
    },
  ],
});

const isActivated = ({ at }: Outcome): boolean => at === 'signed';

interface Begun {
  registration: Registration;
  signing: Signing | undefined;
  changes: Change[];
}

/** The certificate, made, and the question to its holder. */
async function begin(
  x: Exchange,
  { username, title }: SignhubAccount,
  person: Person,
  provider: ProviderCode,
  code: string,
): Promise<Begun> {
  const about = { username, person: person.slug, citizenPid: person.personalNumber, provider };
  const issuedAt = x.clock.now + x.workspace.settings.signhub.issueSeconds * 1000;
  if (!hasCertificate(person)) {
    const registration = { ...about, serial: '', signing: '', issuedAt };
    return { registration, signing: undefined, changes: [] };
  }
  const made = await certificateAt(x, person, provider);
  const asked = {
    system: 'signhub',
    client: username,
    asks: title,
    certificate: made.certificate,
    tells: true,
  };
  const own = { registration: code, told: isFast(x) };
  const begun = await beginSigning(x, { ...asked, ...activation(code, provider), own });
  const { serial } = made.certificate;
  const changes = [...made.changes, ...begun.changes];
  if (isActivated(begun.signing.outcome)) changes.push(activated(x, person.slug, provider, serial));
  return {
    registration: { ...about, serial, signing: begun.id, issuedAt },
    signing: begun.signing,
    changes,
  };
}

/** A citizen wants a certificate of a provider. @throws Fault nothing_found, request_refused */
export async function register(x: Exchange<RegisterRequest>, account: SignhubAccount): Promise<Answer> {
  const person = await citizenWith(x, x.input.userInfo.citizenPid);
  const provider = await checked(x, person);
  const code = guid(x.deps.random);
  const { registration, signing, changes } = await begin(x, account, person, provider, code);
  const after = async () => {
    const { citizenPid } = registration;
    await notify(x, account, 'CERT_REGISTER_WEBHOOK_TRANSCODE', {
      transactionCode: code,
      citizenPid,
      provider,
    });
    if (signing && stageOf(x, signing) === 'waiting') return;
    const data = await shownRegistration(x, code, registration, signing);
    await notify(x, account, 'CERT_REGISTER_WEBHOOK_RESULT', data);
  };
  const kept = [...changes, x.put(registrations, code, registration, { if: 'absent' })];
  return success({ transactionCode: code }, { changes: kept, after });
}

/** Where a registration of this account stands. @throws Fault nothing_found */
export async function registration(x: Exchange<{ transactionCode: string }>, { username }: SignhubAccount) {
  const code = x.input.transactionCode;
  const held = (await x.read(registrations, code))?.value;
  if (held?.username !== username) throw new Fault('nothing_found', 'this account has no such registration');
  x.remarks.person = held.person;
  const isIssued = held.signing !== '' && x.failure !== 'issue-failed';
  const signing = isIssued ? (await signingById(x, held.signing))?.value : undefined;
  return success(await shownRegistration(x, code, held, signing));
}
