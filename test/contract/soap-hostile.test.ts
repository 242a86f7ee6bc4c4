import { beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { bodyOf, client, envelopeOf, faultOf, messageOf, requestOf, send } from './kit/population.ts';

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace();
});

const name = 'XacThucThongTinCongDan';
const right = messageOf(name);
const soap = (content: string) => envelopeOf(content, 'http://dancuquocgia.bca');
const field = (value: string) => messageOf(name, { MaCanBo: value });
const nested = (levels: number) => soap('<a>'.repeat(levels) + '</a>'.repeat(levels));

const laughs = Array.from({ length: 9 }, (_, at) => {
  const before = at === 0 ? 'lol' : `&l${at - 1};`;
  return `<!ENTITY l${at} "${before.repeat(10)}">`;
}).join('');

const utf16 = Buffer.from(`\ufeff${right}`, 'utf16le');
const latin = Buffer.from(field('é'), 'latin1');

const hostile: [what: string, body: string | Uint8Array<ArrayBuffer>, code: string][] = [
  ['a billion laughs', `<!DOCTYPE x [${laughs}]>${field('&l8;')}`, 'dtd_forbidden'],
  [
    'an external entity',
    `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${field('&e;')}`,
    'dtd_forbidden',
  ],
  ['an external DTD', `<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">${right}`, 'dtd_forbidden'],
  ['a DTD behind a comment', `<!-- <a> --><!DocType x>${right}`, 'dtd_forbidden'],
  ['an entity declaration in the middle', soap('<!ENTITY e "x">'), 'dtd_forbidden'],
  ['an entity that nobody declared', field('&e;'), 'not_xml'],
  ['a style sheet', `<?xml version="1.0"?><?xml-stylesheet href="x"?>${right}`, 'instruction_forbidden'],
  ['a declaration that comes late', ` <?xml version="1.0"?>${right}`, 'instruction_forbidden'],
  ['32 levels too many', nested(64), 'too_deep'],
  ['ten thousand levels', nested(9000), 'too_deep'],
  ['levels that never close', `<a>`.repeat(20_000), 'too_deep'],
  ['UTF-16', new Uint8Array(utf16), 'wrong_encoding'],
  ['Latin-1', new Uint8Array(latin), 'wrong_encoding'],
  [
    'a declaration of another encoding',
    `<?xml version="1.0" encoding="ISO-8859-1"?>${right}`,
    'wrong_encoding',
  ],
  ['a control character', field('\u0001'), 'not_xml'],
  ['a reference to a control character', field('&#1;'), 'not_xml'],
  ['a prefix of nowhere', soap('<q:a/>'), 'not_xml'],
  ['a tag that is not closed', '<a', 'not_xml'],
  ['a comment that is not closed', `${right}<!-- `, 'not_xml'],
  ['tags across each other', soap('<a><b></a></b>'), 'not_xml'],
  ['two roots', right + right, 'not_xml'],
  ['an attribute twice', soap('<a b="1" b="2"/>'), 'not_xml'],
  ['nothing', '', 'not_xml'],
  ['a text', 'Xin chào', 'not_xml'],
  ['JSON', '{"a":1}', 'not_xml'],
  ['quotes without end', `<a ${`b="`.repeat(15_000)}`, 'not_xml'],
  ['another root', '<a/>', 'not_soap'],
  ['no Body', '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"/>', 'not_soap'],
  ['two messages', soap(requestOf(name) + requestOf(name)), 'not_soap'],
  ['no message', soap(''), 'not_soap'],
  ['a name of JavaScript', soap('<__proto__/>'), 'not_xml'],
];

test.each(hostile)('%s is refused at no cost', async (_, body, code) => {
  const before = performance.now();
  const fault = await faultOf(await send(ws, name, body));
  expect(fault).toMatchObject(client(code));
  expect(performance.now() - before).toBeLessThan(1000);
});

test('what is too large is refused', async () => {
  expect(await faultOf(await send(ws, name, field('x'.repeat(70_000))))).toMatchObject(
    client('too_large', 413),
  );
});

const prefixes = Array.from({ length: 1500 }, (_, at) => `xmlns:p${at}="u"`).join(' ');
const many: [what: string, body: string][] = [
  ['many elements', soap('<a/>'.repeat(15_000))],
  ['many comments', soap('<!---->'.repeat(9_000))],
  ['many attributes', soap(`<a ${'b="" '.repeat(12_000)}/>`)],
  ['many namespaces on many elements', soap(`<a ${prefixes}>${'<b xmlns="x"/>'.repeat(2000)}</a>`)],
];

test.each(many)('%s are too large, whatever their length is', async (_, body) => {
  const before = performance.now();
  expect(await faultOf(await send(ws, name, body))).toMatchObject(client('too_large', 413));
  expect(performance.now() - before).toBeLessThan(1000);
});

test('another charset in Content-Type is refused', async () => {
  const headers = { 'content-type': 'text/xml; charset=utf-16' };
  expect(await faultOf(await send(ws, name, right, headers))).toMatchObject(client('wrong_encoding'));
});

test('another content type is refused', async () => {
  const headers = { 'content-type': 'text/plain' };
  expect(await faultOf(await send(ws, name, right, headers))).toMatchObject(
    client('unsupported_media_type', 415),
  );
});

test('SOAP 1.2 is another version', async () => {
  const body = right.replace(
    'http://schemas.xmlsoap.org/soap/envelope/',
    'http://www.w3.org/2003/05/soap-envelope',
  );
  const headers = { 'content-type': 'application/soap+xml' };
  expect(await faultOf(await send(ws, name, body, headers))).toMatchObject({
    faultcode: 'soap:VersionMismatch',
    code: 'version_mismatch',
  });
});

test('a header that must be understood is not', async () => {
  const withHeader = (must: string) =>
    messageOf(name).replace('<s:Body>', `<s:Header><d:a s:mustUnderstand="${must}"/></s:Header><s:Body>`);
  expect(await faultOf(await send(ws, name, withHeader('1')))).toMatchObject({
    faultcode: 'soap:MustUnderstand',
    code: 'must_understand',
  });
  await bodyOf(await send(ws, name, withHeader('0')));
});

test('what looks hostile inside CDATA or a comment is only text', async () => {
  const text = `<?xml version='1.0' encoding='utf-8'?>\n<!-- <!DOCTYPE x> -->${field('<![CDATA[<!DOCTYPE &x; <?y?>]]>&amp;&#x41;')}`;
  await bodyOf(await send(ws, name, text));
});

test('nothing of a refused message is kept', async () => {
  const own = await openWorkspace();
  const kept = async () => {
    const { items } = await (await own.control('/export')).json();
    return (items as { system: string }[]).filter(({ system }) => system === 'population').length;
  };
  for (const [, body] of hostile.slice(0, 6)) await send(own, name, body);
  expect(await kept()).toBe(0);
  await bodyOf(await send(own, name, messageOf(name)));
  expect(await kept()).toBe(1);
});
