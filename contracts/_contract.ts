import type * as z from 'zod';

/** What a person reads: Vietnamese first, English beside it. */
export interface Text {
  vi: string;
  en: string;
}

/**
 * How well a wire is known. `H`: official document, or two independent clients agree. `M`: one credible
 * source. `L`: inference. `unverified`: common knowledge that nobody checked. `ours`: the real wire is not
 * public, so this is HopCat's own design. `standard`: as a public standard says; whether the real system
 * follows that standard here is not known.
 */
export type Certainty = 'H' | 'M' | 'L' | 'unverified' | 'ours' | 'standard';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A way to refuse, as the wire shows it. */
export interface FaultKind {
  /** HTTP status. */
  status: number;
  /** What happened. */
  title: Text;
  /** What to do next. */
  cure: Text;
  /** Where a page that refuses so leads, below the system's base; absent: to the system's first page. */
  back?: { to: string; label: Text };
}

/**
 * `z.lazy(() => …)`: built when something is first held against it. Making all of them took a fifth of a function's
 * cold start, and most functions need few; so no module makes a schema while it is read.
 */
export type Schema = z.ZodLazy;

/** What an answer without fields is (`rows`: as `Accept` asks). */
export type PlainBody =
  | 'html'
  | 'text'
  | 'xml'
  | 'soap'
  | 'csv'
  | 'rows'
  | 'jwt'
  | 'redirect'
  | 'empty'
  | 'asset';

/** Bytes of a media type: `bytes:application/pkix-cert`. */
export type BytesBody = `bytes:${string}/${string}`;

/** The shape of an answer's body: a schema for JSON, or what else it is. */
export type Body = Schema | PlainBody | BytesBody;

export const mediaTypeOfBytes = (body: string): string | undefined =>
  body.startsWith('bytes:') ? body.slice('bytes:'.length) : undefined;

/** A way to fail that a caller can ask for, beside those that every operation has (`_failures.ts`). */
export interface Failure {
  /** What the caller then sees. */
  title: Text;
  /** The contract's fault that it is refused with. Absent: the route itself answers so, seeing it as `x.failure`. */
  fault?: string;
}

/**
 * How a value is worked out just before a call: lower-case hex SHA-256 of a text, base64 of it, or the text as it is,
 * which calls that come after this one may use too.
 */
export type Computed = { sha256: string } | { base64: string } | { text: string };

/**
 * One whole call, for readers, for the recipes and for the contract suite. Texts may hold variables: those that
 * `takes` took and `computes` worked out, `{{base}}` (URL of the system), and those of .http files: `{{$guid}}`,
 * `{{$timestamp}}` (epoch seconds, the same in the whole call).
 */
export interface Example {
  title: Text;
  /** Values of the path's parameters. */
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  /** An object as JSON, or as a form where the operation takes no JSON; a text as it is (XML), or base64 for bytes. */
  body?: unknown;
  /** Of the answer. */
  status: number;
  /** The workspace's calendar that it needs, `YYYY-MM-DD`; absent: it happens on any day from today on. */
  calendar?: string;
  /** What it makes can be made only once in a workspace: a second such call is refused. */
  once?: true;
  /** Slug of the one of the cast who makes this outcome; it is then listed with who makes what happen. */
  person?: string;
  /** What stands in the answer's text and tells this outcome from others. */
  shows?: string;
  /** The operation of this contract whose first example runs before. */
  after?: string;
  /** Variables that others get out of its answer: name, and JSON pointer. */
  takes?: Readonly<Record<string, string>>;
  /** Variables of its own, in this order: a later one may hold an earlier one. */
  computes?: Readonly<Record<string, Computed>>;
}

export interface Operation {
  method: Method | readonly Method[];
  /** Below the system's base, parameters as `:name`; the last one may be `:name{.+}`, with slashes in it, or `:name.ext`. */
  path: string;
  title: Text;
  /** Query string of a GET or DELETE. Repeated parameters arrive as arrays, so a plain schema refuses them. */
  query?: Schema;
  /** `application/x-www-form-urlencoded` body. Takes the place of the query for a POST. */
  form?: Schema;
  /** `application/json` body. With `form` as well, a caller may send either; this schema then holds for both. */
  json?: Schema;
  /** An XML body (`text/xml`, `application/xml`, `application/soap+xml`), handed to the route as text. */
  xml?: true;
  /**
   * The media type of a body of bytes, which the route gets as a `Uint8Array`. What can hold only text (recipes, forms
   * of the pages, examples) sends base64 with the header `content-transfer-encoding: base64`.
   */
  bytes?: string;
  /** A CSV body (`text/csv`) that the route reads in pieces, see `_kit/pieces.ts`. With `json` as well, either. */
  csv?: true;
  /** The form may come as `multipart/form-data` too: a chosen file is then a field that holds its bytes. */
  files?: true;
  /** Bodies are anybody's data: the journal says how large they were, and nothing that was in them. */
  unkept?: true;
  /** Largest body that is read; 1 MiB unless said. */
  maxBytes?: number;
  /** The contract's fault for a larger one of bytes or files, where `too_large` says too little. */
  tooLarge?: string;
  /** By status. */
  answers: Readonly<Record<number, Body>>;
  /**
   * How refusals are worded: `oauth` (RFC 6749 5.2), `problem` (RFC 9457), `page` (a page for a person), `own` (as
   * the system's service words them).
   */
  errors: 'oauth' | 'problem' | 'page' | 'own';
  /** Ways to fail of its own, by name; see `_failures.ts` for those that every operation has. */
  fails?: Readonly<Record<string, Failure>>;
  /** The first one is the plainest call that succeeds. */
  examples?: readonly Example[];
  fidelity: Certainty;
  /** What stands behind the certainty, or where the operation differs from the real one. */
  note?: Text;
  /** Left out of the journal: pages that poll, assets, the control API's own reads. */
  quiet?: boolean;
  /**
   * Pages of other origins may read the answer: a public client in a browser needs it. `own`: they may ask, and the
   * answer itself names the page that may read it.
   */
  cors?: boolean | 'own';
  /** A form on the system's own pages: refuses a browser that comes from a page of another origin. */
  ownPages?: boolean;
  /** Needs the workspace's key wherever the workspace has one; refuses pages of other origins. */
  keyed?: boolean;
}

export interface Contract {
  /** The path segment, the folder in `functions/`, the function in the stack. */
  name: string;
  title: Text;
  /** What its pages call themselves, where the title alone would pass for the real system. */
  brand?: Text;
  /**
   * Where the real system answers, for mocks in a test process; several where its operations are spread over
   * several. Absent: HopCat's own system, or one whose address is not public.
   */
  origins?: readonly string[];
  /** Stands outside the workspaces, at the sandbox's own origin: paths begin there. */
  root?: boolean;
  /** Parts of the wire that are known more or less well than the operation that they belong to. */
  parts?: Readonly<Record<string, { fidelity: Certainty; note: Text }>>;
  faults: Readonly<Record<string, FaultKind>>;
  /**
   * Kinds of items that it keeps in a workspace; `hot`: written so often that DynamoDB spreads them; `secret`:
   * cleared with the workspace, but neither exported nor imported. From this the control API exports, imports and
   * clears what is kept, without loading the system. A test compares.
   * What several systems share stands in one of them, with the name of the part that they share: `sign/pin`.
   */
  keeps?: Readonly<Record<string, 'hot' | 'calm' | 'secret'>>;
  operations: Readonly<Record<string, Operation>>;
}

/** Declares what a system promises. It only gives the literal its type: the names of operations and faults. */
export const defineContract = <const C extends Contract>(contract: C): C => contract;
