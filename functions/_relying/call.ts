import type { Text } from '../../contracts/_contract.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';

/** The registers that the national portal asks. */
export const registers = {
  telecom: { vi: 'Nhà mạng di động', en: 'The mobile carriers' },
  insurance: { vi: 'Cơ sở dữ liệu bảo hiểm xã hội', en: 'The insurance register' },
  post: { vi: 'Bưu điện Việt Nam', en: 'Vietnam Post' },
  population: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'The population register' },
  simpki: { vi: 'Dịch vụ SIM ký số', en: 'SIM PKI' },
  ca769: { vi: 'Tổ chức chứng thực chữ ký số', en: 'The certification authorities' },
  pki: {
    vi: 'Nơi công bố chứng thư và danh sách thu hồi',
    en: 'Where certificates and revocation lists are published',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type Register = keyof typeof registers;

/** How long a register may take over one call, real time. */
export const PATIENCE_MS = 5_000;

/** Whoever asks for the first certificate of all waits until the keys of the authorities are made. */
export const PATIENCE_WITH_KEYS_MS = 15_000;

const patienceOf = (register: Register): number =>
  register === 'simpki' || register === 'ca769' || register === 'pki' ? PATIENCE_WITH_KEYS_MS : PATIENCE_MS;

/** What came back, whatever its status, as far as it could be read. */
export interface Reply {
  status: number;
  text: string;
}

const lateOnes = new WeakSet<Fault>();

/** Whether a register was too late, of all the ways in which one is unavailable. */
export const isLate = (fault: Fault): boolean => lateOnes.has(fault);

/** That a register did not answer in time. */
function tooLate(register: Register): Fault {
  const fault = unavailable(register, `no answer within ${patienceOf(register) / 1000} seconds`);
  lateOnes.add(fault);
  return fault;
}

/** That a register gave no answer that can be used: nothing is known then, least of all that the person is wrong. */
export function unavailable(register: Register, why: string): Fault {
  const { vi, en } = registers[register];
  const message = `${vi} không trả lời được / ${en}: no usable answer`;
  return new Fault('register_unavailable', `${register}: ${why}`, {
    errors: [{ path: register, message }],
    headers: { 'retry-after': '5' },
  });
}

/** Fails when a register's time is over, whether or not the caller below can be aborted. @throws Fault */
export async function inTime<T>(work: Promise<T>, abort: AbortController, register: Register): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort.abort();
      reject(tooLate(register));
    }, patienceOf(register));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** One call of a register over its public wire. @throws Fault register_unavailable, when it is down, late or cut off */
export async function call(x: Exchange, register: Register, path: string, init: RequestInit): Promise<Reply> {
  const url = `${x.deps.origin}/${x.workspace.id}/${register}${path}`;
  const abort = new AbortController();
  const work = x.deps
    .fetch(url, { ...init, signal: abort.signal })
    .then(async (answer) => ({ status: answer.status, text: await answer.text() }));
  try {
    return await inTime(work, abort, register);
  } catch (error) {
    work.catch(() => undefined);
    if (error instanceof Fault) throw error;
    throw unavailable(register, error instanceof Error ? error.message : 'the call failed');
  }
}

/** The reply as JSON of a certain shape. @throws Fault register_unavailable, for every other reply */
export function read<T>(
  register: Register,
  reply: Reply,
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
): T {
  if (reply.status >= 300) throw unavailable(register, `it answered ${reply.status}`);
  const parsed = schema.safeParse(jsonIn(reply.text));
  if (!parsed.success) throw unavailable(register, 'its answer cannot be read');
  return parsed.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const formOf = (fields: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

export const jsonOf = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
