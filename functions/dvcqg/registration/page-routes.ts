import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import { registrationRequest } from '../../../contracts/_dvcqg/registration-data.ts';
import {
  isWay,
  type Way,
  type WayOfRegistering,
  ways,
  waysOfRegistering,
} from '../../../contracts/_dvcqg/registration-ways.ts';
import { type Answer, page, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { parsed } from '../../_kit/issues.ts';
import { personBySlug } from '../../_kit/people.ts';
import { digest } from '../../_kit/perform.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { accountById } from '../accounts.ts';
import { signInPath } from '../exchange/session.ts';
import { beginRegistration } from './begin.ts';
import { captchaText, newCaptcha, requireCaptcha } from './captcha.ts';
import { filled } from './filled.ts';
import { fittingPeople } from './fitting-people.ts';
import { finished } from './kept.ts';
import { mayRegister } from './law.ts';
import { pathOf } from './paths.ts';
import { registrationStep, registrationStepSubmit } from './step-pages.ts';
import { tried, troubleOf } from './trouble.ts';

type Fields = Readonly<Record<string, string>>;

const frame = { lang: 'vi', assets: ASSETS } as const;

/** Most calls of the portal see none of them. */
const pages = () => import('./pages/index.ts');

const wayNamed = (way: string | undefined): Way => {
  if (way === undefined || !isWay(way)) throw new Fault('not_found', `the ways are ${ways.join(', ')}`);
  return way;
};

const isKind = (kind: string): kind is AccountKind => ['citizen', 'enterprise', 'agency'].includes(kind);

/** The kind that was chosen, or else the first that may come this way. */
function kindFor(way: Way, said: string | undefined): AccountKind {
  const { kinds }: WayOfRegistering = waysOfRegistering[way];
  return kinds.find((kind) => kind === said) ?? kinds[0] ?? 'citizen';
}

/** Why nobody of this kind may register today; undefined: they may. */
async function closedFor(x: Exchange, kind: AccountKind) {
  const fault = await tried(() => mayRegister(kind, x.clock));
  return fault instanceof Fault ? troubleOf(fault) : undefined;
}

async function registrationStart(x: Exchange<Fields>): Promise<Answer> {
  const kind = isKind(x.input.kind ?? '') ? (x.input.kind as AccountKind) : 'citizen';
  const { startPage } = await pages();
  const open = ways.filter((way) => (waysOfRegistering[way].kinds as readonly AccountKind[]).includes(kind));
  return page(
    startPage({
      ...frame,
      kind,
      ways: open,
      closed: await closedFor(x, kind),
      kindUrl: (each) => pathOf(x, `/registration?kind=${each}`),
      wayUrl: (way) => pathOf(x, `/registration/ways/${way}?kind=${kind}`),
      signInUrl: pathOf(x, signInPath('/account')),
      timelineUrl: pathOf(x, '/../timeline'),
    }),
  );
}

async function formView(
  x: Exchange,
  way: Way,
  { kind, said, fault }: { kind: AccountKind; said: Fields; fault?: Fault },
): Promise<Answer> {
  const { formPage } = await pages();
  const nonce = 'captcha' in waysOfRegistering[way] ? newCaptcha(x) : undefined;
  const trouble = fault && troubleOf(fault, way);
  const closed = await closedFor(x, kind);
  const content = formPage({
    ...frame,
    way,
    kind,
    said,
    trouble,
    closed,
    captcha: nonce && captchaText(x, nonce),
    post: {
      action: pathOf(x, `/registration/ways/${way}`),
      hidden: { kind, ...(nonce !== undefined && { captcha_of: nonce }) },
    },
    people: closed ? [] : await fittingPeople(x, way, kind),
    backUrl: pathOf(x, `/registration?kind=${kind}`),
  });
  return page(content, { status: trouble?.status ?? 200, ...(fault && { fault }) });
}

async function registrationForm(x: Exchange<Fields>): Promise<Answer> {
  const way = wayNamed(x.params.way);
  const person = x.input.person === undefined ? undefined : await personBySlug(x, x.input.person);
  if (person) x.remarks.person = person.slug;
  const said = person ? filled(way, person) : {};
  return formView(x, way, { kind: kindFor(way, x.input.kind), said });
}

/** What the page sends besides the fields of the way, and fields that were left empty. */
function claimIn(way: Way, { captcha: _, captcha_of: __, ...said }: Fields): Record<string, string> {
  const optional = waysOfRegistering[way].fields
    .filter((field) => 'optional' in field)
    .map(({ name }) => name);
  const there = Object.entries(said).filter(
    ([name, value]) => value !== '' || !optional.includes(name as 'phone'),
  );
  return { ...Object.fromEntries(there), method: way };
}

async function registrationSubmit(x: Exchange<Fields>): Promise<Answer> {
  const way = wayNamed(x.params.way);
  const begun = await tried(() => {
    const asked = parsed(registrationRequest, claimIn(way, x.input));
    if ('captcha' in waysOfRegistering[way]) requireCaptcha(x, x.input);
    return beginRegistration(x, asked);
  });
  if (begun instanceof Fault)
    return formView(x, way, { kind: kindFor(way, x.input.kind), said: x.input, fault: begun });
  const { held, changes } = begun;
  return redirect(pathOf(x, `/registration/steps/${held.id}`), { status: 303, changes });
}

async function registrationDone(x: Exchange): Promise<Answer> {
  const receipt = await x.read(finished, digest(x.params.id ?? ''));
  const held = receipt && (await accountById(x, receipt.value.techId));
  if (!held) throw new Fault('registration_expired', 'nothing was registered under this id just now');
  x.remarks.person = held.account.person ?? undefined;
  const { donePage } = await pages();
  return page(donePage({ ...frame, account: held.account, signInUrl: pathOf(x, signInPath('/account')) }));
}

export const registrationPages = {
  registrationStart,
  registrationForm,
  registrationSubmit,
  registrationStep,
  registrationStepSubmit,
  registrationDone,
};
