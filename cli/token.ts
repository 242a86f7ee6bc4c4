import { defineCommand } from 'citty';
import { explain } from './explain.ts';
import { args, Misuse, type Options, optionsOf } from './token-options.ts';
import type { Listening, Relay } from './token-relay.ts';

/** From the current folder, as `hopcat start --https`. */
const TLS = '.hopcat/tls';

const HOST = '127.0.0.1';

const vgcaRoute = (path: string): string | undefined => (/^\/\w+$/.test(path) ? `/vgca${path}` : undefined);

const vnptRoute = (path: string): string | undefined => (path === '/plugin' ? '/vnpt' : undefined);

/** @throws Error where there is no sandbox, or nobody of that name */
async function refuseUnknown(system: string, { person, workspace }: Options): Promise<void> {
  const answer = await fetch(`${system}/api/token`).catch(() => undefined);
  if (!answer)
    throw new Error(
      `Không gọi được ${workspace}: hộp cát đã chạy chưa? Nếu chạy --https, đặt NODE_EXTRA_CA_CERTS. / ` +
        `${workspace} does not answer: is the sandbox running? With --https set NODE_EXTRA_CA_CERTS.`,
    );
  if (!answer.ok)
    throw new Error(
      `Ở ${workspace} không có '${person}', hoặc không có không gian này. / ` +
        `There is no '${person}' at ${workspace}, or no such workspace.`,
    );
}

type Shared = Pick<Listening, 'host' | 'system' | 'tls' | 'log'>;

/** Both plug-ins; VNPT-CA's on the first of its ports that is free. */
async function listen({ vgcaPort, vnptPorts }: Options, shared: Shared): Promise<[Relay, Relay]> {
  const { startRelay } = await import('./token-relay.ts');
  const vgca = await startRelay({ ...shared, port: vgcaPort, route: vgcaRoute });
  let failure: unknown;
  for (const port of vnptPorts) {
    try {
      return [vgca, await startRelay({ ...shared, port, route: vnptRoute })];
    } catch (error) {
      failure = error;
    }
  }
  await vgca.close();
  throw failure;
}

async function tlsFor({ plain }: Options) {
  if (plain) return undefined;
  const { certificateFor } = await import('../mocks/tls.ts');
  return certificateFor([], TLS);
}

function greeting(system: string, [vgca, vnpt]: [Relay, Relay], ca: string | undefined): string {
  const scheme = ca === undefined ? 'ws' : 'wss';
  return [
    'HopCat: USB ký số của môi trường thử nghiệm / USB token of a test environment',
    '',
    `  VGCA      ${scheme}://127.0.0.1:${vgca.port}/`,
    `  VNPT-CA   ${scheme}://localhost:${vnpt.port}/plugin`,
    `  PIN       ${system}`,
    ...(ca === undefined
      ? []
      : ['', `  Trình duyệt phải tin chứng thư của ${ca} / The browser has to trust the authority in ${ca}`]),
    '',
    'Mở địa chỉ PIN trong trình duyệt để chọn chứng thư và nhập mã PIN; Ctrl+C để dừng.',
    'Open the PIN address in a browser to choose a certificate and enter the PIN; Ctrl+C ends it.',
    '',
    '',
  ].join('\n');
}

/** The second signal does not wait. */
function stopOnSignal(relays: readonly Relay[]): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      void Promise.all(relays.map((relay) => relay.close())).then(() => process.exit(0));
    });
  }
}

async function run(options: Options): Promise<void> {
  const system = `${options.workspace}/usbtoken/${encodeURIComponent(options.person)}`;
  await refuseUnknown(system, options);
  const tls = await tlsFor(options);
  const log = (line: string) => process.stdout.write(`${line}\n`);
  const relays = await listen(options, { host: HOST, system, log, ...(tls && { tls }) });
  stopOnSignal(relays);
  process.stdout.write(greeting(system, relays, tls?.ca));
}

export const token = defineCommand({
  meta: {
    name: 'token',
    description: 'Cắm một USB ký số giả vào máy này / Plug a sandbox USB token into this machine',
  },
  args,
  async run({ args: given }) {
    try {
      await run(optionsOf(given as unknown as Record<string, unknown> & { _: string[] }));
    } catch (error) {
      const misuse = error instanceof Misuse;
      process.stderr.write(`${misuse ? error.message : explain(error)}\n`);
      process.exitCode = misuse ? 2 : 1;
    }
  },
});
