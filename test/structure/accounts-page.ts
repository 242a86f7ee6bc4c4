/** `node test/structure/accounts-page.ts` writes docs/accounts.md anew, from the machine in the code. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarRules } from '../../contracts/_calendar.ts';
import {
  type AccountState,
  actorNames,
  eventNames,
  type StateName,
  stateNames,
} from '../../contracts/_dvcqg/account.ts';
import { linkingRules } from '../../contracts/portal/linking.ts';
import { causes } from '../../functions/dvcqg/causes.ts';
import { type AccountEvent, type EventName, machine, transition } from '../../functions/dvcqg/state.ts';

export const ACCOUNTS_PAGE = join(import.meta.dirname, '../../docs/accounts.md');

const number = '099090000001';
const other = '099090000002';

/** Each state as it can be, so that every step of the machine can be taken. */
const states: readonly AccountState[] = [
  { at: 'no-number' },
  { at: 'unverified', number },
  { at: 'verified', number },
  { at: 'prompted', number },
  { at: 'linked', number, sub: 'one' },
  { at: 'unlinked', number },
  { at: 'stopped', was: 'no-number' },
  { at: 'stopped', was: 'unverified', number },
  { at: 'stopped', was: 'verified', number },
  { at: 'stopped', was: 'prompted', number },
  { at: 'stopped', was: 'unlinked', number },
  { at: 'organisation', ended: false },
  { at: 'organisation', ended: true },
];

const events: readonly AccountEvent[] = [
  { type: 'number-given', number },
  { type: 'number-verified', number },
  { type: 'number-refused' },
  { type: 'number-renewed', number: other },
  { type: 'prompted' },
  { type: 'linked', number, sub: 'two' },
  { type: 'unlinked' },
  { type: 'stopped' },
  { type: 'resumed' },
];

interface Step {
  from: StateName;
  event: EventName;
  to: StateName;
}

function stepOf(state: AccountState, event: AccountEvent): Step[] {
  if (!Object.hasOwn(machine[state.at], event.type)) return [];
  try {
    return [{ from: state.at, event: event.type, to: transition(state, event).at }];
  } catch {
    return [];
  }
}

const idOf = ({ from, event, to }: Step): string => `${from} ${event} ${to}`;

/** Every step that can be taken, once. */
export const steps: readonly Step[] = [
  ...new Map(
    states
      .flatMap((state) => events.flatMap((event) => stepOf(state, event)))
      .map((step) => [idOf(step), step] as const),
  ).values(),
];

const name = (state: StateName): string => state.replace('-', '_');
const beginnings: readonly StateName[] = ['no-number', 'unverified', 'verified', 'organisation'];

const arrows = (): string[] => {
  const together = Map.groupBy(steps, ({ from, to }) => `${name(from)} --> ${name(to)}`);
  return [...together].map(
    ([arrow, some]) => `  ${arrow}: ${[...new Set(some.map(({ event }) => event))].join(', ')}`,
  );
};

const diagram = (): string[] => [
  '```mermaid',
  'stateDiagram-v2',
  ...Object.entries(stateNames).map(([state, { vi }]) => `  state "${vi}" as ${name(state as StateName)}`),
  ...beginnings.map((state) => `  [*] --> ${name(state)}: registered`),
  ...arrows(),
  '```',
];

const documentsOf = (rule: string): string =>
  Object.hasOwn(calendarRules, rule)
    ? `\`${rule}\` (${calendarRules[rule as keyof typeof calendarRules].from})`
    : `\`${rule}\``;

function eventRow(event: EventName): string {
  const own = steps.filter((step) => step.event === event);
  const ways = [...Map.groupBy(own, ({ to }) => to)].map(
    ([to, some]) => `${some.map(({ from }) => from).join(', ')} → ${to}`,
  );
  const { by, rules } = causes[event];
  return `| \`${event}\` | ${eventNames[event].vi} / ${eventNames[event].en} | ${ways.join('; ')} | ${by.map((actor) => actorNames[actor].en).join(', ')} | ${rules.map(documentsOf).join(', ') || '–'} |`;
}

const intro = `# The life of an account of the national portal

_Đời một tài khoản Cổng Dịch vụ công quốc gia: từ lúc chưa có số định danh tới lúc liên kết VNeID, hoặc dừng hoạt động._

An account is always in one of these states, and \`functions/dvcqg/state.ts\` is the only way from one to the next: what it has no step for is refused with \`wrong_state\`, \`number_differs\` or \`number_not_verified\`. Each step stands in the account's history with when, who, and which rule.

- Linked is only what the population register has confirmed, and only to the VNeID that names the same number.
- Whether an account has stopped is read off the calendar (\`citizens-vneid-only\`, \`organisations-own-identity\`) each time one looks; set back, the calendar brings it back to where it stood. A linked account does not stop, nor does one that the population register has as a foreigner's.
- A stopped account signs nobody in. Its holder's VNeID, or the police ministry's portal, still brings it over, so that its TechID and the dossiers under it are not lost.
- Whoever signs in with VNeID gets the oldest account whose number the register has confirmed, even without its password. One that nobody has confirmed stays aside, and a new one is made: somebody else may have made it with that number.
- Before its number is confirmed an account tells portals no \`SoDinhDanh\`, but the old card that its holder typed, \`SoCMND\`: nobody may link by that alone (\`unverified-card\`).
- An unlinked account keeps its TechID; linking again brings the same one back.
- One person may have several accounts, each with a life of its own. Portals know the person by the TechID of the one that was linked first.
- Accounts of enterprises and agencies have no way to a citizen's VNeID.
`;

const ruleRow = (id: string): string =>
  Object.hasOwn(linkingRules, id)
    ? `| \`${id}\` | ${linkingRules[id as keyof typeof linkingRules].severity} | ${linkingRules[id as keyof typeof linkingRules].text.vi} | ${linkingRules[id as keyof typeof linkingRules].text.en} |`
    : '';

/** The page, from the code alone. */
export const accountsPage = (): string =>
  [
    intro,
    '## States',
    '',
    ...diagram(),
    '',
    '| State | |',
    '| --- | --- |',
    ...Object.entries(stateNames).map(([state, { vi, en }]) => `| \`${state}\` | ${vi} / ${en} |`),
    '',
    '## Events',
    '',
    '| Event | | From → to | Who | Rule |',
    '| --- | --- | --- | --- | --- |',
    ...(Object.keys(causes) as EventName[]).map(eventRow),
    '',
    'Besides, the history notes what leaves the state as it is: `locked`, `unlocked`, `data-taken-over`, `phone-changed`, `email-changed`, `password-changed`. Where a test makes an account (`POST /dvcqg/api/accounts`), the sandbox is named for every step.',
    '',
    '## Rules for portals that link accounts',
    '',
    'As data in `contracts/portal/linking.ts`, with their sources and what happens otherwise.',
    '',
    '| Rule | Severity | | |',
    '| --- | --- | --- | --- |',
    ...Object.keys(linkingRules).map(ruleRow),
    '',
    'This page is written by `npm run docs` from the machine in the code; a test compares the two.',
    '',
  ].join('\n');

if (import.meta.main) writeFileSync(ACCOUNTS_PAGE, accountsPage());
