// Sends the calls of the contract page to the workspace that the page belongs to, and writes them as curl.
const here = location.pathname.replace(/\/docs$/, '');
const base = document.querySelector('[data-base]').dataset.base;
const forms = [...document.querySelectorAll('form.try')];
const taken = {};

const examplesOf = (form) => JSON.parse(form.dataset.examples);
const chosen = (form) => examplesOf(form)[Number(form.elements.example?.value ?? 0)];
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
function callIn(form) {
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

async function filled(call) {
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

function curlOf({ method, path, headers, body }) {
  const parts = [`curl -i -X ${method} ${quote(location.origin + here + path)}`];
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quote(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`--data-binary ${quote(body)}`);
  return parts.join(' \\\n  ');
}

function showCurl(form, call) {
  const text = curlOf(call);
  form.querySelector('[data-curl]').textContent = text;
  form.querySelector('[data-copy]').dataset.copy = text;
}

/** Keeps what later calls need. */
function take(takes = {}, text) {
  for (const [name, pointer] of Object.entries(takes)) {
    const value = pointer
      .split('/')
      .slice(1)
      .reduce((at, step) => at?.[step], JSON.parse(text));
    if (value !== undefined) taken[name] = String(value);
  }
}

/** Sends what stands in a form, after the form whose answer it needs. */
async function send(form) {
  const draft = callIn(form);
  const earlier = forms.find(({ dataset }) => dataset.operation === draft.after);
  if (earlier) await send(earlier);
  const call = await filled(draft);
  showCurl(form, call);
  const { method, headers, body } = call;
  const from = performance.now();
  const answer = await fetch(here + call.path, { method, headers, body, redirect: 'manual' });
  const text = await answer.text();
  const milliseconds = Math.round(performance.now() - from);
  if (answer.ok) take(draft.takes, text);
  return { answer, text, milliseconds };
}

function pretty(text, type) {
  if (!type.includes('json')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function show(form, status, headers, body) {
  form.querySelector('[data-answer]').hidden = false;
  form.querySelector('[data-status]').textContent = status;
  for (const [name, text] of Object.entries({ headers, body })) {
    const place = form.querySelector(`[data-${name}]`);
    place.textContent = text;
    place.hidden = text === '';
  }
}

async function attempt(form) {
  const button = form.querySelector('[type="submit"]');
  button.disabled = true;
  try {
    const { answer, text, milliseconds } = await send(form);
    if (answer.type === 'opaqueredirect') {
      show(
        form,
        `3xx · ${milliseconds} ms · chuyển hướng, trình duyệt không cho xem / a redirect, which browsers hide`,
        '',
        '',
      );
    } else {
      const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
      const type = answer.headers.get('content-type') ?? '';
      show(form, `${answer.status} ${answer.statusText} · ${milliseconds} ms`, headers, pretty(text, type));
    }
  } catch (error) {
    show(form, `Không nhận được câu trả lời trọn vẹn / No whole answer came: ${error.message}`, '', '');
  } finally {
    button.disabled = false;
  }
}

function useExample(form) {
  const { values, rest, headers, body } = chosen(form);
  for (const input of form.querySelectorAll('[data-in]')) {
    input.value = input.dataset.in === 'rest' ? rest : (values[input.name] ?? '');
  }
  form.elements.headers.value = headers;
  if (form.elements.content) form.elements.content.value = body;
}

/** A link to an operation opens it. */
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.matches('details')) target.open = true;
}

for (const form of forms) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(form);
  });
  form.addEventListener('input', (event) => {
    if (event.target.name === 'example') useExample(form);
    showCurl(form, callIn(form));
  });
  showCurl(form, callIn(form));
}
document.querySelector('#workspace-key')?.addEventListener('input', () => {
  for (const form of forms) showCurl(form, callIn(form));
});
addEventListener('hashchange', openTarget);
openTarget();
