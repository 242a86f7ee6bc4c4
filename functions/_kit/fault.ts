/** What may travel with a fault besides its code. */
export interface FaultExtra {
  /** One entry for each thing that is wrong with the input: where (`a.b.0`), and what. */
  errors?: readonly { path: string; message: string }[];
  /** HTTP headers that the refusal needs, such as `www-authenticate`. */
  headers?: Readonly<Record<string, string>>;
}

/**
 * The only thing that domain code throws: a refusal that the contract declares.
 * The binder words it as the wire does; see `wire.ts`.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  /** A key of the contract's `faults`. */
  readonly code: string;
  /** What exactly is wrong, in plain ASCII English, for the journal and for wires that have a place for it. */
  readonly detail: string;
  readonly extra: FaultExtra;

  constructor(code: string, detail: string, extra: FaultExtra = {}) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    this.extra = extra;
  }
}
