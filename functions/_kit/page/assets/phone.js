// Keeps the phone live: asks `data-state-url` for `{ version }`, and when that differs from the version on screen
// fetches the page's own `?fragment=1` and puts it in place.
const phone = document.querySelector('[data-state-url]');
let wait = 1500;

async function get(url, accept) {
  const answer = await fetch(url, { headers: { accept }, cache: 'no-store' });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

async function refresh() {
  const url = new URL(location.href);
  url.searchParams.set('fragment', '1');
  const html = await (await get(url, 'text/html')).text();
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-version]');
  const stale = phone.querySelector('[data-version]');
  if (!fresh || !stale) throw new Error('no fragment');
  const focused = stale.contains(document.activeElement) ? document.activeElement.id : '';
  for (const fold of stale.querySelectorAll('details[id]')) {
    const same = fresh.querySelector(`#${CSS.escape(fold.id)}`);
    if (same) same.open = fold.open;
  }
  for (const { id, value } of stale.querySelectorAll('input[id]')) {
    const same = fresh.querySelector(`#${CSS.escape(id)}`);
    if (same) same.value = value;
  }
  stale.replaceWith(document.adoptNode(fresh));
  if (focused) document.getElementById(focused)?.focus();
}

async function poll() {
  if (!document.hidden) {
    try {
      const { version } = await (await get(phone.dataset.stateUrl, 'application/json')).json();
      if (String(version) !== phone.querySelector('[data-version]').dataset.version) await refresh();
      wait = 1500;
    } catch {
      wait = Math.min(wait * 2, 15000);
    }
  }
  setTimeout(poll, wait);
}

poll();
