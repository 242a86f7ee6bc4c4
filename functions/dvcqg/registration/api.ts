import { calendarRules, documents } from '../../../contracts/_calendar.ts';
import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { RegistrationRequest } from '../../../contracts/_dvcqg/registration-data.ts';
import {
  type WayOfRegistering,
  ways,
  waysOfRegistering,
} from '../../../contracts/_dvcqg/registration-ways.ts';
import { type Answer, json, type Refusal } from '../../_kit/answer.ts';
import { hasCome } from '../../_kit/calendar.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { PluginAnswer } from '../../_relying/signed-data.ts';
import { accountOnWire, registrationOnWire } from './answers.ts';
import { beginRegistration, type Moved } from './begin.ts';
import { closingRule } from './law.ts';
import { readRegistration } from './registration.ts';
import {
  checkSignature,
  confirmHolder,
  giveCode,
  giveSignature,
  type Made,
  resendCode,
  setPassword,
} from './steps.ts';

function openFor(kind: AccountKind, x: Exchange) {
  const rule = closingRule(kind);
  if (!rule) return { kind, open: true, closes: null, documents: [] };
  const { from, documents: said } = calendarRules[rule];
  return {
    kind,
    open: !hasCome(rule, x.clock),
    closes: from,
    documents: said.map((id) => documents[id].name),
  };
}

function registrationWays(x: Exchange): Answer {
  const told = ways.map((method) => {
    const { title, kinds, fields, steps, asks }: WayOfRegistering = waysOfRegistering[method];
    return {
      method,
      title,
      kinds: kinds.map((kind) => openFor(kind, x)),
      fields: fields.map(({ name, label, optional = false }) => ({ name, label, optional })),
      steps,
      asks,
    };
  });
  return json({ ways: told });
}

const standsAt = ({ held, changes }: Moved, status = 200): Answer =>
  json(registrationOnWire(held), { status, changes });

const orRefused = (outcome: Moved | Refusal): Answer | Refusal =>
  'refuse' in outcome ? outcome : standsAt(outcome);

const made = ({ account, changes }: Made): Answer => json(accountOnWire(account), { status: 201, changes });

export const registrationApi = {
  registrationWays,
  register: async (x: Exchange<RegistrationRequest>) => standsAt(await beginRegistration(x, x.input), 201),
  registration: async (x: Exchange) => json(registrationOnWire(await readRegistration(x))),
  registrationCode: async (x: Exchange<{ code: string }>) => orRefused(await giveCode(x, x.input.code)),
  registrationResend: async (x: Exchange) => standsAt(await resendCode(x)),
  registrationPassword: async (x: Exchange<{ password: string }>) =>
    made(await setPassword(x, x.input.password)),
  registrationSignature: async (x: Exchange<PluginAnswer>) => standsAt(await giveSignature(x, x.input)),
  registrationCheck: async (x: Exchange) => orRefused(await checkSignature(x)),
  registrationConfirm: async (x: Exchange<{ email?: string | undefined }>) =>
    made(await confirmHolder(x, x.input.email)),
};
