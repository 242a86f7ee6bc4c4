import fc from 'fast-check';
import type { DraftCall } from '../../functions/_kit/openapi/call.ts';
import { wordsOf } from '../contract/kit/fuzz.ts';

/** One way to spoil a call that was good. */
type Spoil = (call: DraftCall) => DraftCall;

const words = wordsOf([
  ...['an', '099090000001', '990000014', '0950000101', '9900000001', 'NGUYENVANAN', 'Nguyễn Văn An', '037'],
  ...[
    '1990-05-15',
    '15/05/1990',
    '19900515',
    '1990',
    '<a/>',
    '<![CDATA[x]]>',
    '&amp;',
    '&x;',
    '<!DOCTYPE a>',
  ],
]);

const inHeader = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').trim();
const inUrl = (text: string): string => encodeURIComponent(text.toWellFormed());

const json = fc.oneof(words, fc.jsonValue({ maxDepth: 3 }));

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** Puts another value in place of one field of a JSON body, wherever it is, or takes the field away. */
function changed(value: unknown, at: number, instead: unknown): unknown {
  if (typeof value !== 'object' || value === null) return instead;
  const names = Object.keys(value);
  if (names.length === 0) return instead;
  const name = names[at % names.length]!;
  const inner = (value as Record<string, unknown>)[name];
  const next =
    typeof inner === 'object' && inner !== null && at % 3 > 0 ? changed(inner, at + 1, instead) : instead;
  return Array.isArray(value)
    ? value.map((each, index) => (String(index) === name ? next : each))
    : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === name ? next : each]));
}

const inBody =
  (change: (body: string) => string): Spoil =>
  (call) =>
    call.body === undefined ? call : { ...call, body: change(call.body) };

const fieldChanged = fc.tuple(fc.nat(40), json).map(([at, value]) =>
  inBody((body) => {
    const whole = parsed(body);
    if (whole !== undefined) return JSON.stringify(changed(whole, at, value)) ?? '';
    const text = textOf(value);
    return body.startsWith('<') ? inElement(body, at, text) : inForm(body, at, text);
  }),
);

/** Replaces the text of one XML element. */
const inElement = (xml: string, at: number, text: string): string => {
  const texts = [...xml.matchAll(/>([^<]+)</g)];
  const found = texts[at % Math.max(1, texts.length)];
  return found
    ? `${xml.slice(0, found.index + 1)}${text}${xml.slice(found.index + 1 + found[1]!.length)}`
    : xml;
};

const inForm = (body: string, at: number, text: string): string => {
  const pairs = body.split('&');
  return pairs
    .map((pair, index) => (index === at % pairs.length ? `${pair.split('=')[0]}=${inUrl(text)}` : pair))
    .join('&');
};

const fieldAdded = fc.tuple(words, json).map(([name, value]) =>
  inBody((body) => {
    const whole = parsed(body);
    if (typeof whole === 'object' && whole !== null) return JSON.stringify({ ...whole, [name]: value });
    return body.startsWith('<')
      ? body.replace('</', `<x>${textOf(value)}</x></`)
      : `${body}&${inUrl(name)}=${inUrl(textOf(value))}`;
  }),
);

const bodyCut = fc.tuple(fc.nat(2000), fc.nat(400)).map(([at, length]) =>
  inBody((body) => {
    const start = at % (body.length + 1);
    return body.slice(0, start) + body.slice(start + length);
  }),
);

const bodyInstead = fc.oneof(words, fc.json(), fc.constant('')).map((text) => inBody(() => text));

const parameter = fc.tuple(fc.oneof(words, fc.nat(20)), words, fc.boolean()).map(
  ([name, value, twice]): Spoil =>
    (call) => {
      const known = [...new URL(call.path, 'http://x').searchParams.keys()];
      const key = typeof name === 'number' ? (known[name % Math.max(1, known.length)] ?? 'q') : name;
      const pair = `${inUrl(key)}=${inUrl(value)}`;
      const [path, query] = call.path.split('?', 2);
      const kept = twice || query === undefined ? query : undefined;
      return { ...call, path: `${path}?${[kept, pair].filter(Boolean).join('&')}` };
    },
);

const segment = words.map(
  (word): Spoil =>
    (call) => ({ ...call, path: call.path.replace(/\/[^/?]*(?=\?|$)/, `/${inUrl(word) || 'x'}`) }),
);

const header = fc
  .tuple(
    fc.constantFrom(
      'authorization',
      'content-type',
      'accept',
      'cookie',
      'timestamp',
      'soapaction',
      'apikey',
      'x-road-client',
      'lgspaccesstoken',
      'access_token',
      'origin',
    ),
    words,
  )
  .map(
    ([name, value]): Spoil =>
      (call) => ({ ...call, headers: { ...call.headers, [name]: inHeader(value) } }),
  );

const noHeaders: fc.Arbitrary<Spoil> = fc.constant((call) => ({
  ...call,
  headers: Object.fromEntries(Object.entries(call.headers).filter(([name]) => name === 'content-type')),
}));

/** Good calls made bad in one to three ways; now and then left good. */
export const spoils: fc.Arbitrary<Spoil> = fc
  .array(
    fc.oneof(
      { arbitrary: fieldChanged, weight: 6 },
      { arbitrary: fieldAdded, weight: 2 },
      { arbitrary: bodyCut, weight: 1 },
      { arbitrary: bodyInstead, weight: 1 },
      { arbitrary: parameter, weight: 3 },
      { arbitrary: segment, weight: 1 },
      { arbitrary: header, weight: 2 },
      { arbitrary: noHeaders, weight: 1 },
    ),
    { maxLength: 3 },
  )
  .map((all) => (call) => all.reduce((spoilt, spoil) => spoil(spoilt), call));
