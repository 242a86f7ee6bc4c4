import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { type KeyType, keyTypes } from '../contracts/_sign/authorities.ts';
import { sqliteStore } from '../functions/_kit/sqlite.ts';
import { newKey, privateKeyOf, signDigest } from '../functions/_sign/keys.ts';
import { createSandbox } from '../mocks/sandbox.ts';
import type { Effort, Section } from './report.ts';
import { median } from './stats.ts';

const ORIGIN = 'http://localhost:4100';
/** As openssl calls them. */
const names: Readonly<Record<KeyType, string>> = {
  rsa2048: 'rsa2048',
  rsa3072: 'rsa3072',
  p256: 'ecdsap256',
};

/** Hashes in one request: the most that Decision 769's wire takes here. */
const BATCH = 100;

/** By CPU, as openssl counts: what else runs on the machine then matters less. */
async function aSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return count / ((user + system) / 1e6);
}

function openssl(key: KeyType, seconds: number): number {
  const args = ['speed', '-mr', '-seconds', String(seconds), names[key]];
  const said = execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  // +F2:index:bits:sign:verify, a second, for RSA; +F4 for ECDSA. Older versions give the seconds of one.
  const [, sign = ''] = /^\+F[24]:\d+:\d+:([\d.e-]+)/m.exec(said) ?? [];
  const figure = Number(sign);
  if (!(figure > 0)) throw new Error(`openssl speed said nothing of ${names[key]}`);
  return figure < 1 ? 1 / figure : figure;
}

async function core(key: KeyType, count: number): Promise<number> {
  const own = privateKeyOf(await newKey(key));
  const digest = createHash('sha256').update('hopcat').digest();
  return aSecond(count, async () => {
    for (let at = 0; at < count; at++) await signDigest(own, 'sha256', digest);
  });
}

const documents = Array.from({ length: BATCH }, (_, at) => ({
  doc_id: `doc-${at}`,
  data_to_be_signed: createHash('sha256').update(`${at}`).digest('hex'),
  file_options: { file_type: 'pdf', sign_type: 'hash' },
}));

/** The whole way: wire, workspace, certificate, signatures, journal and store. */
async function wire(key: KeyType, calls: number): Promise<number> {
  const store = sqliteStore(':memory:');
  const sandbox = createSandbox({ store, origin: ORIGIN });
  const send = async (method: string, path: string, body: unknown): Promise<Response> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await sandbox.fetch(
      new Request(`${ORIGIN}/default/${path}`, { method, headers, body: JSON.stringify(body) }),
    );
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  await send('PATCH', 'control/settings', { signing: { autopilot: 'approve', key } });
  const account = { sp_id: 'demo-portal', sp_password: 'demo-portal-secret', user_id: '099090000001' };
  const known = await send('POST', 'ca769/vnpt-ca/get_certificate', account);
  const { data } = (await known.json()) as { data: { user_certificates: { serial_number: string }[] } };
  const serial_number = data.user_certificates[0]!.serial_number;
  let turn = 0;
  const found = await aSecond(calls * BATCH, async () => {
    for (let at = 0; at < calls; at++) {
      const asked = {
        ...account,
        serial_number,
        transaction_id: `t${turn++}`,
        time_stamp: '20260101000000Z',
        sign_files: documents,
      };
      const answer = await send('POST', 'ca769/vnpt-ca/sign', asked);
      const { data } = (await answer.json()) as { data: { signed_files: unknown[] } };
      if (data.signed_files.length !== BATCH) throw new Error('not every hash was signed');
    }
  });
  await store.close();
  return found;
}

/** Signatures a second of one core, for each kind of key, beside openssl's own on the same machine in the same run. */
export async function signatures({ quick }: Effort): Promise<Section> {
  const [seconds, count, calls, rounds] = quick ? [1, 300, 3, 1] : [2, 1000, 10, 3];
  const figures: Record<string, { openssl: number; core: number; wire: number }> = {};
  for (const key of keyTypes) {
    const found: { openssl: number; core: number; wire: number }[] = [];
    for (let round = 0; round < rounds; round++)
      found.push({
        openssl: openssl(key, seconds),
        core: await core(key, count),
        wire: await wire(key, calls),
      });
    const middle = (of: 'openssl' | 'core' | 'wire') => median(found.map((each) => each[of]));
    figures[key] = { openssl: middle('openssl'), core: middle('core'), wire: middle('wire') };
  }
  return {
    title: 'Signatures a second of CPU, by kind of key',
    head: ['key', 'openssl speed', 'signDigest', 'Decision 769, 100 hashes a call', 'of openssl'],
    rows: Object.entries(figures).map(([key, { openssl: peer, core: own, wire: whole }]) => [
      key,
      peer.toFixed(0),
      own.toFixed(0),
      whole.toFixed(0),
      `${(whole / peer).toFixed(2)} ×`,
    ]),
    notes: [
      'The autopilot signs; wire, store in memory and journal are in the figure. openssl is the system’s own.',
    ],
    bars: [],
    figures,
  };
}
