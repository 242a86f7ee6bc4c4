import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Seen, Told } from '../contract/kit/dvcqg-accounts.ts';
import { holdLaws } from './laws.ts';
import {
  DAYS,
  type Expected,
  hasStopped,
  isAnnounced,
  isConfirmed,
  type Model,
  passwordWorks,
  people,
  registerConfirms,
  type Who,
} from './model.ts';
import { byPassword, byVneid, type Real } from './real.ts';

type Command = fc.AsyncCommand<Model, Real>;

/** A step: it is taken on both, and after it every law holds. */
const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  async run(model, real) {
    real.time.now += 1_000;
    await run(model, real);
    await holdLaws(model, real);
  },
  toString: () => name,
});

/** The real system did it, or refused, as the model says. */
const holdAnswer = (told: Told<unknown>, may: boolean): void =>
  expect({ done: told.status < 300, told }).toEqual({ done: may, told });

const onOne = (
  name: string,
  pick: number,
  run: (model: Model, real: Real, account: Expected) => Promise<void>,
): Command => ({
  ...command(`${name}(${pick})`, (model, real) =>
    run(model, real, model.accounts[pick % model.accounts.length]!),
  ),
  check: ({ accounts }) => accounts.length > 0,
});

const bornOn = (owner: Who) => ({ stage: 'no-number' as const, owner, locked: false });

const make = (owner: Who, numbered: boolean, nameIsRight: boolean): Command =>
  command(`make(${owner}, ${numbered}, ${nameIsRight})`, async (model, { accounts }) => {
    const seen = await accounts.make({
      person: owner,
      state: numbered ? 'unverified' : 'no-number',
      ...(!nameIsRight && { name: 'Tên Sai' }),
    });
    model.accounts.push({
      ...bornOn(owner),
      ...{ techId: seen.techId, username: seen.username, nameIsRight, hasPassword: true },
      stage: numbered ? 'unverified' : 'no-number',
      number: numbered ? people[owner].number : undefined,
    });
  });

const giveNumber = (pick: number, whose: Who): Command =>
  onOne(`giveNumber ${whose} `, pick, async (model, { accounts }, account) => {
    const { number } = people[whose];
    const told = await accounts.step(account.techId, 'number', { number });
    const may =
      !account.locked && !hasStopped(model, account) && ['no-number', 'unverified'].includes(account.stage);
    holdAnswer(told, may);
    if (may) Object.assign(account, { number, stage: 'unverified' });
  });

const verify = (pick: number, step: 'verify' | 'take-over'): Command =>
  onOne(step, pick, async (model, { accounts }, account) => {
    const told = await accounts.step(account.techId, step);
    const open = !account.locked && !hasStopped(model, account);
    const may = open && registerConfirms(account);
    holdAnswer(told, may);
    if (!may) return;
    account.number = people[account.owner].number;
    if (!isConfirmed(account)) account.stage = 'verified';
    if (step === 'take-over') account.nameIsRight = true;
  });

const prompt = (pick: number): Command =>
  onOne('prompt', pick, async (model, { accounts }, account) => {
    const told = await accounts.step(account.techId, 'prompt');
    const open = !account.locked && !hasStopped(model, account) && isAnnounced(model);
    const may = open && ['verified', 'unlinked'].includes(account.stage);
    holdAnswer(told, may);
    if (may) account.stage = 'prompted';
  });

const link = (pick: number, who: Who): Command =>
  onOne(`link ${who} `, pick, async (_, { accounts }, account) => {
    const told = await accounts.link(account.techId, who);
    const may = !account.locked && isConfirmed(account) && account.number === people[who].number;
    holdAnswer(told, may);
    if (may) account.stage = 'linked';
  });

const unlink = (pick: number, step: 'unlink' | 'withdraw-consent'): Command =>
  onOne(step, pick, async (_, { accounts }, account) => {
    const told = await accounts.step(account.techId, step);
    const may = account.stage === 'linked' && (step === 'withdraw-consent' || !account.locked);
    holdAnswer(told, may);
    if (may) account.stage = 'unlinked';
  });

const lock = (pick: number, locked: boolean): Command =>
  onOne(locked ? 'lock' : 'unlock', pick, async (_, { accounts }, account) => {
    await accounts.step(account.techId, locked ? 'lock' : 'unlock');
    account.locked = locked;
  });

const move = (today: string): Command =>
  command(`move(${today})`, async (model, { ws }) => {
    await ws.configure({ calendar: today });
    model.today = today;
  });

const signInByPassword = (pick: number): Command =>
  onOne('signInByPassword', pick, async (model, real, account) => {
    const works = passwordWorks(model, account);
    expect(await byPassword(real, account.username, account.owner)).toBe(works);
    if (works && isAnnounced(model) && ['verified', 'unlinked'].includes(account.stage))
      account.stage = 'prompted';
  });

/** The linked one, or the oldest that may be: those that are not locked first. */
function chosenFor(owner: Who, { accounts }: Model): Expected | undefined {
  const mine = accounts.filter(({ number }) => number === people[owner].number);
  if (mine.some(({ stage }) => stage === 'linked')) return undefined;
  const open = mine.filter(isConfirmed);
  return open.find(({ locked }) => !locked) ?? open[0];
}

const signInByVneid = (owner: Who): Command =>
  command(`signInByVneid(${owner})`, async (model, real) => {
    const linked = model.accounts.filter((one) => one.stage === 'linked' && one.owner === owner);
    const chosen = chosenFor(owner, model);
    const techId = await byVneid(real, owner);
    if (linked.length > 0) {
      if (techId !== undefined) expect(linked.map((one) => one.techId)).toContain(techId);
      return;
    }
    expect(techId !== undefined).toBe(!chosen?.locked);
    if (chosen && !chosen.locked) {
      expect(techId).toBe(chosen.techId);
      chosen.stage = 'linked';
    } else if (!chosen) {
      const seen = await real.accounts.read(techId!);
      model.accounts.push(newcomer(owner, seen));
    }
  });

const newcomer = (owner: Who, { techId, username }: Seen): Expected => ({
  ...{ techId, username, owner, number: people[owner].number },
  ...{ nameIsRight: true, stage: 'linked', locked: false, hasPassword: false },
});

const police = `Basic ${btoa('bocongan:bocongan-secret')}`;

const sync = (owner: Who): Command =>
  command(`sync(${owner})`, async (model, { accounts }) => {
    const { number, name, birth } = people[owner];
    const told = await accounts.post(
      '/api/sync',
      { personalNumber: number, fullName: name, birthDate: birth, sub: `police-${owner}` },
      { authorization: police },
    );
    const may = model.today >= '2024-06-28';
    holdAnswer(told, may);
    for (const account of may ? model.accounts : []) {
      const theirs = account.number === number || (account.number === undefined && account.owner === owner);
      if (!theirs || account.locked) continue;
      if (!isConfirmed(account) && !registerConfirms(account)) continue;
      if (account.stage === 'linked') continue;
      Object.assign(account, { number, stage: 'linked' });
    }
  });

const who = fc.constantFrom<Who>('mai', 'phung');
const pick = fc.nat({ max: 5 });

/** Every step that anybody can take, and the calendar's. */
export const commands = fc.commands(
  [
    fc.tuple(who, fc.boolean(), fc.boolean()).map(([...args]) => make(...args)),
    fc.tuple(who, fc.constant(true), fc.constant(true)).map(([...args]) => make(...args)),
    fc.tuple(pick, who).map(([...args]) => giveNumber(...args)),
    fc
      .tuple(pick, fc.constantFrom('verify' as const, 'take-over' as const))
      .map(([...args]) => verify(...args)),
    pick.map(prompt),
    fc.tuple(pick, who).map(([...args]) => link(...args)),
    fc
      .tuple(pick, fc.constantFrom('unlink' as const, 'withdraw-consent' as const))
      .map(([...args]) => unlink(...args)),
    fc.tuple(pick, fc.boolean()).map(([...args]) => lock(...args)),
    fc.constantFrom(...DAYS).map(move),
    pick.map(signInByPassword),
    who.map(signInByVneid),
    who.map(sync),
  ],
  { maxCommands: 30, size: 'max' },
);
