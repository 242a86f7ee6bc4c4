import { hash } from 'node:crypto';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { accountOf, gatewayAccounts, openSession } from './session.ts';

interface Credentials {
  username?: string | undefined;
  password?: string | undefined;
  Username?: string | undefined;
  Password?: string | undefined;
}

/** `2026-11-22T04:30:00.0000000Z`: .NET writes seven decimals, and clients look for the point. */
const netMoment = (ms: number): string => new Date(ms).toISOString().replace('Z', '0000Z');

export function token(x: Exchange<Credentials>) {
  const { input } = x;
  const username = input.username ?? input.Username ?? '';
  const md5 = input.password ?? input.Password ?? '';
  const account = accountOf(gatewayAccounts(x), username, md5);
  if (!account) throw new Fault('account_refused', 'no account has this username and this MD5 of a password');
  x.remarks.client = account.username;
  if (account.status === 'locked') throw new Fault('account_locked', `${username} is locked`);
  if (account.status === 'forbidden') throw new Fault('account_not_allowed', `${username} has no permission`);
  const { accessToken, idToken, expires, changes } = openSession(x, account.username, 'gateway');
  const APIKey = {
    access_token: accessToken,
    id_token: idToken,
    token_type: 'Bearer',
    username: account.username,
    expires_in: netMoment(expires),
  };
  return json({ maKetQua: '200', APIKey }, { changes });
}

export function agentToken(x: Exchange<{ username: string; password: string }>) {
  const { username, password } = x.input;
  const { agents, tokenSeconds } = x.workspace.settings.insurance;
  const agent = accountOf(agents, username, hash('md5', password, 'hex'));
  if (!agent) throw new Fault('agent_refused', 'no agent has this username and password');
  x.remarks.client = agent.username;
  const { accessToken, changes } = openSession(x, agent.username, 'agent');
  return json({ access_token: accessToken, token_type: 'Bearer', expires_in: tokenSeconds }, { changes });
}
