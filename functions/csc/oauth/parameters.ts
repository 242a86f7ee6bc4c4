import { Fault } from '../../_kit/fault.ts';

export type Parameters = Readonly<Record<string, string | readonly string[]>>;

export const wrong = (detail: string, code = 'invalid_request'): Fault => new Fault(code, detail);

/** @throws Fault invalid_request, where it is repeated */
export function single(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  if (value !== undefined && typeof value !== 'string') throw wrong(`Invalid parameter ${name}`);
  return value;
}
