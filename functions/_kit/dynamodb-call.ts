import { setTimeout } from 'node:timers/promises';
import {
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';

const TRIES = 8;
const FIRST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 1_000;

const refusals = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceeded',
  'ProvisionedThroughputExceededException',
  'ReplicatedWriteConflictException',
  'RequestLimitExceeded',
  'Throttling',
  'ThrottlingError',
  'ThrottlingException',
  'TransactionConflict',
  'TransactionConflictException',
]);

const lostAnswers = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * What a failed call has left behind. `refused`: nothing was written, try again.
 * `unknown`: it may have been written, try again in the same words. `final`: trying again cannot help.
 */
export type Failure = 'refused' | 'unknown' | 'final';

const inProgress = (error: Error): boolean => error instanceof TransactionInProgressException;

/** Judges an error of the SDK. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return 'final';
  if (error instanceof TransactionCanceledException) {
    const codes = (error.CancellationReasons ?? [])
      .map(({ Code = 'None' }) => Code)
      .filter((code) => code !== 'None');
    return codes.length > 0 && codes.every((code) => refusals.has(code)) ? 'refused' : 'final';
  }
  if (refusals.has(error.name)) return 'refused';
  if (inProgress(error) || error.name === 'TimeoutError') return 'unknown';
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  if (($metadata?.httpStatusCode ?? 0) >= 500) return 'unknown';
  return typeof code === 'string' && lostAnswers.has(code) ? 'unknown' : 'final';
}

/**
 * Waits before the next try: anything up to a bound that doubles with each try.
 * A transaction whose first answer was lost is taken up again by DynamoDB after 5 seconds, so that one waits longer.
 */
export async function pause(tries: number, error?: unknown): Promise<void> {
  const bound = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
  const least = error instanceof Error && inProgress(error) ? LONGEST_PAUSE_MS / 2 : 0;
  await setTimeout(least + Math.random() * bound);
}

/** Makes one call: `name` is the command's, `send` sends it anew each time. */
export type Call = <T>(name: string, send: () => Promise<T>) => Promise<T>;

/** The table, and how to talk to it. */
export interface Table {
  client: DynamoDBClient;
  call: Call;
  table: string;
}

/**
 * The only retries that there are: up to 8 tries, for whatever another try can cure.
 * `onCall` hears of each round trip.
 */
export function calling(onCall?: (command: string) => void): Call {
  return async (name, send) => {
    for (let tries = 1; ; tries++) {
      onCall?.(name);
      try {
        return await send();
      } catch (error) {
        if (tries === TRIES || failureOf(error) === 'final') throw error;
        await pause(tries, error);
      }
    }
  };
}
