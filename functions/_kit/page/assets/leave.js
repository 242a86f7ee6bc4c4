// Goes on to the portal once every front-channel logout frame has loaded (the page's `load` waits for them),
// or after five seconds.
const link = document.querySelector('[data-leave-to] a');
let left = false;

function leave() {
  if (left || !link) return;
  left = true;
  location.replace(link.href);
}

addEventListener('load', leave);
setTimeout(leave, 5000);
