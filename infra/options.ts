import type { Node } from 'constructs';

/** What a deployment may choose, from CDK's context: `npx cdk deploy -c retain=true`. */
export interface SandboxOptions {
  /** Name of the stack. */
  name: string;
  /** Keep table and logs when the stack goes. A sandbox holds only test data, so the default is no. */
  retain: boolean;
  /** Refuse to delete the table, whoever asks. Default: as `retain`. */
  deletionProtection: boolean;
  /** Where the sandbox is seen from outside, when a domain name of one's own stands before the API. */
  origin: string | undefined;
  /** ARN of an SNS topic that hears of alarms. */
  alarmTopic: string | undefined;
  /** Requests a second that the API lets through, over all callers; bursts may be twice that. */
  requestsPerSecond: number;
  /** Ship source maps and make Node read them: readable stacks for a slower start. */
  sourceMaps: boolean;
}

function yes(node: Node, key: string): boolean | undefined {
  const value: unknown = node.tryGetContext(key);
  if (value === undefined) return undefined;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new Error(`-c ${key}=… is true or false, not ${JSON.stringify(value)}`);
}

function text(node: Node, key: string, pattern: RegExp): string | undefined {
  const value: unknown = node.tryGetContext(key);
  if (value === undefined || (typeof value === 'string' && pattern.test(value))) return value;
  throw new Error(`-c ${key}=${JSON.stringify(value)} does not match ${pattern}`);
}

/** Reads the context. Throws, saying which, when an option has a value that it cannot have. */
export function readOptions(node: Node): SandboxOptions {
  const retain = yes(node, 'retain') ?? false;
  return {
    name: text(node, 'name', /^[A-Za-z][A-Za-z0-9-]{0,63}$/) ?? 'HopCat',
    retain,
    deletionProtection: yes(node, 'deletionProtection') ?? retain,
    origin: text(node, 'origin', /^https:\/\/[a-z0-9.-]+$/),
    alarmTopic: text(node, 'alarmTopic', /^arn:[^:]+:sns:/),
    requestsPerSecond: Number(text(node, 'requestsPerSecond', /^[1-9]\d{0,4}$/) ?? 200),
    sourceMaps: yes(node, 'sourceMaps') ?? false,
  };
}
