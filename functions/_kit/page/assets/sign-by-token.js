// Has a USB token's plug-in sign what the form asks for (`data-message`), and sends the form with what it answered. As
// portals' own pages do: a WebSocket to this computer for each message.
const form = document.querySelector('form[data-plugin]');
const waiting = form.querySelector('[data-waiting]');
const troubles = form.querySelector('[data-troubles]');
const sign = form.querySelector('[data-sign]');

const GET_CERT_INFO = 0;
const VNPT_PORTS = [4433, 4434, 4435];
const byVnptCode = { 2: 'no-certificate', 8: 'no-token', 11: 'cancelled' };
const byVgcaStatus = { 1: 'cancelled', 2: 'no-token', 3: 'no-token', 4: 'no-certificate' };

class Trouble extends Error {
  constructor(name, said = '') {
    super(said);
    this.name = name;
  }
}

const ask = (url, message) =>
  new Promise((done, fail) => {
    const socket = new WebSocket(url);
    socket.onopen = () => socket.send(JSON.stringify(message));
    socket.onmessage = ({ data }) => {
      done(data);
      socket.close();
    };
    socket.onclose = () => fail(new Trouble('no-plugin'));
  });

// VNPT-CA's plug-in listens on the first free of its ports.
async function vnptUrl() {
  for (const port of VNPT_PORTS) {
    const url = `wss://localhost:${port}/plugin`;
    const reply = await ask(url, { functionID: 7, funcCallback: 'checkPlugin', args: [] }).catch(() => '');
    if (reply.startsWith('1*')) return url;
  }
  throw new Trouble('no-plugin');
}

async function askVnpt(url, message) {
  const reply = await ask(url, { ...message, domain: location.hostname });
  const said = JSON.parse(reply.slice(0, reply.lastIndexOf('*')));
  if (said.code) throw new Trouble(byVnptCode[said.code] ?? 'failed', said.error);
  return said;
}

async function signByVnpt(message) {
  const url = await vnptUrl();
  const info = { functionID: GET_CERT_INFO, funcCallback: 'getCertInfo', args: [] };
  const { serial } = await askVnpt(url, info);
  const { data } = await askVnpt(url, { ...message, args: [...message.args, serial] });
  return { signedData: data, serial };
}

// The second element of a certificate's first: after the version, the serial number.
function serialOf(base64) {
  const der = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const element = (at) => {
    const long = der[at + 1] & 0x80 ? der[at + 1] & 0x7f : 0;
    const bytes = long ? [...der.subarray(at + 2, at + 2 + long)] : [der[at + 1]];
    const start = at + 2 + long;
    return { start, end: start + bytes.reduce((sum, byte) => sum * 256 + byte, 0) };
  };
  const version = element(element(0).start).start;
  const { start, end } = element(der[version] === 0xa0 ? element(version).end : version);
  return [...der.subarray(start, end)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

async function signByVgca(message) {
  const { Status, Signature, CertBase64, Error: said } = JSON.parse(await ask(form.dataset.url, message));
  if (Status !== 0) throw new Trouble(byVgcaStatus[Status] ?? 'failed', said);
  return { signedData: Signature, serial: serialOf(CertBase64) };
}

function show({ name, message }) {
  const known = form.querySelector(`template[data-trouble="${CSS.escape(name)}"]`);
  const shown = (known ?? form.querySelector('template[data-trouble=failed]')).content.cloneNode(true);
  const says = shown.querySelector('[data-says]');
  if (says) says.textContent = message;
  troubles.replaceChildren(shown);
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  troubles.replaceChildren();
  sign.disabled = true;
  waiting.hidden = false;
  try {
    const message = JSON.parse(form.dataset.message);
    const given = await (form.dataset.plugin === 'vgca' ? signByVgca : signByVnpt)(message);
    for (const [name, value] of Object.entries(given)) form.elements[name].value = value;
    form.submit();
  } catch (error) {
    show(error);
    sign.disabled = false;
    waiting.hidden = true;
  }
});
form.querySelector('[data-with-script]').hidden = false;
