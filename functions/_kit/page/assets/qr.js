// Asks how the QR sign-in stands and moves on when the phone has approved it. Stops asking while out of sight.
const box = document.querySelector('[data-poll-url]');
let wait = 1500;

async function ask() {
  const answer = await fetch(box.dataset.pollUrl, {
    headers: { accept: 'application/json' },
    cache: 'no-store',
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function show({ status, next }) {
  if (status === 'pending') return true;
  box.dataset.state = status;
  const target = next && new URL(next, location.href);
  if (target && /^https?:$/.test(target.protocol)) location.assign(target);
  return false;
}

async function poll() {
  let again = true;
  if (!document.hidden) {
    try {
      again = show(await ask());
      wait = 1500;
    } catch {
      wait = Math.min(wait * 2, 15000);
    }
  }
  if (again) setTimeout(poll, wait);
}

if (box?.dataset.state === 'waiting') poll();
