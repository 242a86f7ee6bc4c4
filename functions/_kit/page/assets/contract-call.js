// A call of the contract page: as it stands in a form, with its variables filled in, and as curl.
export const here = location.pathname.replace(/\/docs$/, '');
const base = document.querySelector('[data-base]').dataset.base;
const taken = {};

const examplesOf = (form) => JSON.parse(form.dataset.examples);
export const chosen = (form) => examplesOf(form)[Number(form.elements.example?.value ?? 0)];
const field = (form, name) => form.elements[name]?.value ?? '';

/** `name: value` lines. */
function headersIn(text) {
  const pairs = text.split('\n').map((line) => /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(line));
  return Object.fromEntries(pairs.filter(Boolean).map(([, name, value]) => [name.toLowerCase(), value]));
}

function pathOf(form) {
  const inputs = [...form.querySelectorAll('[data-in]')];
  const query = new URLSearchParams();
  let [path, rest] = [form.dataset.path, ''];
  for (const { name, value, dataset } of inputs) {
    if (dataset.in === 'path') path = path.replace(`:${name}`, encode(value));
    else if (dataset.in === 'rest') rest = value;
    else if (value) query.append(name, value);
  }
  const all = [String(query).replaceAll('%7B%7B', '{{').replaceAll('%7D%7D', '}}'), rest].filter(Boolean);
  return path + (all.length > 0 ? `?${all.join('&')}` : '');
}

/** Percent-encoded, but for the variables. */
const encode = (text) =>
  text
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? part : encodeURIComponent(part)))
    .join('');

/** The call as it stands in the form, its variables still in it. */
export function callIn(form) {
  const headers = headersIn(field(form, 'headers'));
  const key = document.querySelector('#workspace-key')?.value;
  if (key && 'keyed' in form.dataset) headers.authorization = `Bearer ${key}`;
  const failure = field(form, 'failure');
  if (failure) headers['x-hopcat-fault'] = failure;
  const { method, after, takes, computes } = chosen(form);
  const body = field(form, 'content');
  const sends = body !== '' && method !== 'GET' && method !== 'DELETE';
  return { method, path: pathOf(form), headers, body: sends ? body : undefined, after, takes, computes };
}

const fill = (text, values) => text.replace(/\{\{([^}]+)\}\}/g, (whole, name) => values[name] ?? whole);

async function sha256(text) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** A `text` is for later calls too. */
async function computed(name, how, values) {
  if (how.sha256 !== undefined) return sha256(fill(how.sha256, values));
  if (how.base64 !== undefined) return base64(fill(how.base64, values));
  taken[name] = fill(how.text, values);
  return taken[name];
}

function guid() {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
}

/** What the call's variables stand for at this moment. */
async function valuesFor({ computes = {} }) {
  const $timestamp = String(Math.floor(Date.now() / 1000));
  const values = { ...taken, base, $guid: guid(), $timestamp };
  for (const [name, how] of Object.entries(computes)) values[name] = await computed(name, how, values);
  return values;
}

export async function filled(call) {
  const values = await valuesFor(call);
  const headers = Object.entries(call.headers).map(([name, value]) => [name, fill(value, values)]);
  return {
    ...call,
    path: fill(call.path, values),
    headers: Object.fromEntries(headers),
    body: call.body === undefined ? undefined : fill(call.body, values),
  };
}

const quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

export function curlOf({ method, path, headers, body }) {
  const parts = [`curl -i -X ${method} ${quote(location.origin + here + path)}`];
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quote(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`--data-binary ${quote(body)}`);
  return parts.join(' \\\n  ');
}

/** Keeps what later calls need. */
export function take(takes = {}, text) {
  for (const [name, pointer] of Object.entries(takes)) {
    const value = pointer
      .split('/')
      .slice(1)
      .reduce((at, step) => at?.[step], JSON.parse(text));
    if (value !== undefined) taken[name] = String(value);
  }
}
