// Signs with a USB token as a portal's page does: VNPT-CA's plug-in gives the certificate over its WebSocket, the portal
// prepares what is to be signed with it, and the plug-in signs the digest.
const box = document.querySelector('[data-usb-sign]');
const button = box.querySelector('button');
const ports = [4433, 4434, 4435];
const callback = 'hopcat';
// What the plug-in's codes come to; every other one is `refused`.
const byCode = { 2: 'no-certificate', 8: 'no-token', 11: 'cancelled' };
let port;

// While the PIN is waited for, the token's window is what to open.
function emphasise(state) {
  const waits = state === 'signature';
  const tokenWindow = box.querySelector('.actions a[target]');
  for (const [element, primary] of [
    [tokenWindow, waits],
    [button, !(waits && tokenWindow)],
  ]) {
    element?.classList.toggle('primary', primary);
    element?.classList.toggle('plain', !primary);
  }
}

function show(state, why = '') {
  for (const line of box.querySelectorAll('[data-says]')) line.hidden = line.dataset.says !== state;
  box.querySelector('[data-why]').textContent = why;
  box.querySelector('[data-plugin-said]').hidden = why === '';
  emphasise(state);
}

// One message, one socket: the plug-in answers `<result>*<callback>`.
const ask = (at, functionID, ...args) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`wss://localhost:${at}/plugin`);
    socket.onopen = () =>
      socket.send(JSON.stringify({ functionID, funcCallback: callback, args, domain: location.hostname }));
    socket.onmessage = ({ data }) => {
      resolve(String(data).replace(new RegExp(`\\*${callback}$`), ''));
      socket.close();
    };
    socket.onclose = () => reject(new Error('closed'));
  });

async function findPlugin() {
  for (const each of ports) {
    const there = await ask(each, 7).catch(() => '');
    if (there === '1') return each;
  }
  return undefined;
}

// What the plug-in says, as an object; `code` other than 0 is a refusal.
async function plugin(functionID, ...args) {
  const said = JSON.parse(await ask(port, functionID, ...args));
  if (said.code)
    throw Object.assign(new Error(said.error), { state: byCode[said.code] ?? 'refused', why: said.error });
  return said;
}

// To the portal; a refusal has a page of its own, which this one's address now shows.
async function tell(what, body) {
  const answer = await fetch(`${box.dataset.usbSign}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.ok) return answer.json();
  if (answer.status === 503) throw Object.assign(new Error(''), { state: 'unavailable' });
  location.reload();
  return new Promise(() => {});
}

async function sign() {
  port = await findPlugin();
  if (port === undefined) return show('no-plugin');
  if (!box.dataset.digest) {
    show('certificate');
    const { base64, serial } = await plugin(0);
    const { digest } = await tell('certificate', { certificate: base64 });
    Object.assign(box.dataset, { digest, serial });
    box.querySelector('[data-shown-digest]').textContent = digest;
  }
  show('signature');
  const { data } = await plugin(9, box.dataset.digest, box.dataset.serial);
  await tell('signature', { signature: data });
  location.assign(box.dataset.done);
}

button.addEventListener('click', async () => {
  button.disabled = true;
  try {
    await sign();
  } catch (error) {
    show(error.state ?? 'no-plugin', error.why);
  } finally {
    button.disabled = false;
  }
});
