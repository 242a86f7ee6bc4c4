import { type Answer, page } from '../../_kit/answer.ts';
import { vietnamDate } from '../../_kit/clock.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Content } from '../../_kit/page/html.ts';
import { personByPhone, personBySlug } from '../../_kit/people.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { pluggedInOf, pluginOrigins } from '../token/plugged-in.ts';
import { toSignForAccount } from '../token/to-sign.ts';
import type { Trouble } from './pages/index.ts';
import { pathOf, phoneUrl } from './paths.ts';
import type { Held } from './registration.ts';

type Fields = Readonly<Record<string, string>>;

const pages = () => import('./pages/index.ts');

/** Whose sandbox phone got the SMS. */
async function phoneOf(x: Exchange, number: string) {
  const person = await personByPhone(x, number);
  return person && { url: phoneUrl(x, person.slug), person: person.name.full };
}

async function phoneOfPerson(x: Exchange, slug: string | null) {
  const person = slug === null ? undefined : await personBySlug(x, slug);
  return person && { url: phoneUrl(x, person.slug), person: person.name.full };
}

/** The calendar's day, where it is another than the clock's. */
const movedTo = ({ clock }: Exchange): { movedTo?: string } =>
  clock.today === vietnamDate(clock.now) ? {} : { movedTo: clock.today };

/** The page that the registration's step needs. */
export async function stepContent(x: Exchange, held: Held, trouble: Trouble | undefined, said: Fields) {
  const { checkPage, codePage, confirmPage, passwordPage, tokenPage } = await pages();
  const { way, step } = held.registration;
  const post = { action: pathOf(x, `/registration/steps/${held.id}`) };
  const frame = { lang: 'vi', assets: ASSETS, way, post, trouble } as const;
  const { passwordLength, otp } = x.workspace.settings.dvcqg;
  switch (step.at) {
    case 'code': {
      const secondsLeft = Math.max(0, Math.ceil((step.until - x.clock.now) / 1000));
      const phone = await phoneOf(x, step.applicant.phone);
      return codePage({ ...frame, sentTo: step.sentTo, secondsLeft, digits: otp.digits, phone });
    }
    case 'password':
      return passwordPage({ ...frame, shortest: passwordLength });
    case 'signature': {
      const { kind } = held.registration;
      return tokenPage({
        ...frame,
        toSign: toSignForAccount(kind, step.transaction),
        pluggedIn: await pluggedInOf(x, step.person),
        othersUrl: pathOf(x, `/registration/ways/${way}?kind=${kind}`),
      });
    }
    case 'check':
      return checkPage({ ...frame, phone: await phoneOfPerson(x, step.person) });
    case 'confirm':
      return confirmPage({ ...frame, holder: step.holder, email: said.email ?? '', ...movedTo(x) });
  }
}

/** A token's page talks to its plug-in. */
export const stepPage = (
  x: Exchange,
  shown: Content,
  more: Parameters<typeof page>[1] = {},
): Promise<Answer> => page(shown, { ...more, connectSources: pluginOrigins(x) });
