// Counts `data-seconds-left` down, and moves `data-clock` (epoch ms of the sandbox's clock) forward.
const starts = new WeakMap();
const vietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});

/** Milliseconds since this element was first seen: the page knows the server's clock only from then on. */
function age(element) {
  if (!starts.has(element)) starts.set(element, Date.now());
  return Date.now() - starts.get(element);
}

function tick() {
  for (const timer of document.querySelectorAll('[data-seconds-left]')) {
    const left = Math.max(0, Number(timer.dataset.secondsLeft) - Math.floor(age(timer) / 1000));
    timer.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  }
  for (const clock of document.querySelectorAll('[data-clock]')) {
    clock.textContent = vietnam.format(Number(clock.dataset.clock) + age(clock));
  }
}

tick();
setInterval(tick, 1000);
