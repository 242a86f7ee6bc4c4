// Sends the calls of the contract page to the workspace that the page belongs to, and writes them as curl.
import { callIn, chosen, curlOf, filled, here, take } from './contract-call.js';

const forms = () => [...document.querySelectorAll('form.try')];

/** The form of an operation, which the page may not have yet. */
async function formOf(operation) {
  const place = document.getElementById(`op-${operation}`);
  if (place) await complete(place);
  return place?.querySelector('form.try');
}

function showCurl(form, call) {
  const text = curlOf(call);
  form.querySelector('[data-curl]').textContent = text;
  form.querySelector('[data-copy]').dataset.copy = text;
}

/** Sends what stands in a form, after the form whose answer it needs. */
async function send(form) {
  const draft = callIn(form);
  const earlier = draft.after && (await formOf(draft.after));
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

const result = document.querySelector('[data-result]');

function prepare(form) {
  form.append(result.content.cloneNode(true));
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

const coming = new Map();

/** Puts an operation in the place of the link to it. When that fails, the link stays and works. */
async function fetchBody(place, link) {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const body = page.querySelector(`#${place.id} > .operation-body`);
  link.closest('.operation-body').replaceWith(body);
  prepare(body.querySelector('form.try'));
}

/** Sees to it that all of an operation is there: a large contract sends each when somebody opens it. */
async function complete(place) {
  const link = place.querySelector('[data-body-of]');
  if (!link) return;
  if (!coming.has(place.id)) coming.set(place.id, fetchBody(place, link));
  await coming.get(place.id).catch(() => coming.delete(place.id));
}

/** A link to an operation, or to shared data, opens it. */
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  const fold = target?.matches('details') ? target : target?.querySelector(':scope > details');
  if (fold) fold.open = true;
}

for (const form of forms()) prepare(form);
for (const place of document.querySelectorAll('details.operation')) {
  place.addEventListener('toggle', () => place.open && complete(place));
}
document.querySelector('#workspace-key')?.addEventListener('input', () => {
  for (const form of forms()) showCurl(form, callIn(form));
});
addEventListener('hashchange', openTarget);
openTarget();
