import { authorities } from '../../contracts/_sign/authorities.ts';
import type { Person } from '../../contracts/person.ts';
import { type Answer, json, page } from '../_kit/answer.ts';
import { vietnamDate } from '../_kit/clock.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import { ASSETS } from '../_kit/wire.ts';
import { ownerOf } from './owner.ts';
import type { DialogueCard } from './pages/dialogue.ts';
import { type WindowState, windowFragment, windowPage } from './pages/window.ts';
import { windowPath } from './paths.ts';
import { type TokenView, tokenOf } from './token.ts';
import { type OpenView, openViews } from './view.ts';

const plugins = { vgca: 'VGCA Sign Service', vnpt: 'VNPT-CA' } as const;

const date = (ms: number): string => vietnamDate(ms).split('-').reverse().join('/');

const cardOf =
  (x: Exchange, here: string, { triesLeft }: TokenView) =>
  ({ id, dialogue, certificates }: OpenView): DialogueCard => ({
    id,
    plugin: plugins[dialogue.plugin],
    asks: dialogue.asks,
    function: dialogue.function,
    pin: dialogue.pin,
    documents: dialogue.documents,
    certificates: certificates.map(({ serial, name, authority, notAfter }) => ({
      serial,
      name,
      authority: authorities[authority].title,
      validTo: date(notAfter),
    })),
    secondsLeft: (dialogue.until - x.clock.now) / 1000,
    triesLeft,
    triedWrong: triesLeft < x.workspace.settings.signing.wrongPins,
    post: { action: `${here}/dialogues/${encodeURIComponent(id)}` },
  });

async function stateOf(x: Exchange, person: Person): Promise<WindowState> {
  const [open, token] = await Promise.all([openViews(x, person), tokenOf(x, person)]);
  const here = windowPath(x, person.slug);
  return {
    lang: 'vi',
    version: digest(JSON.stringify([open.map(({ id }) => id), token])).slice(0, 22),
    owner: person.name.full,
    token: token.state,
    tokenPost: { action: `${here}/token` },
    dialogues: open.map(cardOf(x, here, token)),
  };
}

export async function window(x: Exchange<{ fragment?: '1' | undefined }>): Promise<Answer> {
  const person = await ownerOf(x);
  const state = await stateOf(x, person);
  if (x.input.fragment) return page(windowFragment(state));
  const stateUrl = `${windowPath(x, person.slug)}/state`;
  return page(windowPage({ assets: ASSETS, ...state, stateUrl }));
}

export const state = async (x: Exchange): Promise<Answer> =>
  json({ version: (await stateOf(x, await ownerOf(x))).version });
