import { type ArgsDef, defineCommand } from 'citty';
import type { RunningServer } from '../mocks/server.ts';
import { explain } from './explain.ts';
import { greeting } from './greeting.ts';

/** From the current folder. */
const DATA = '.hopcat/hopcat.db';

const args = {
  port: { type: 'string', valueHint: '4100', description: 'Cổng / Port (PORT, 4100)' },
  host: { type: 'string', valueHint: '127.0.0.1', description: 'Địa chỉ lắng nghe / Address to listen on' },
  data: { type: 'string', valueHint: DATA, description: 'Tệp dữ liệu / Data file' },
  memory: { type: 'boolean', description: 'Không ghi gì ra đĩa / Keep everything in memory' },
  https: { type: 'boolean', description: 'HTTPS, chứng thư tự tạo / HTTPS with a certificate of its own' },
  mtls: {
    type: 'boolean',
    description:
      'Với --https: hỏi chứng thư của máy khách / With --https: asks callers for a client certificate',
  },
  origin: {
    type: 'string',
    valueHint: 'http://hopcat:4100',
    description: 'Địa chỉ mà bên ngoài nhìn thấy / How others see this server: a container, a proxy',
  },
} satisfies ArgsDef;

type Given = Partial<Record<keyof typeof args, unknown>> & { _: string[] };

/** A mistake on the command line: said in a sentence. */
class Misuse extends Error {}

function portOf(given: unknown): number {
  const port = Number(given);
  if (given === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Misuse(`'${given}' không phải là số cổng. / '${given}' is not a port number.`);
  }
  return port;
}

function originOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Misuse(
      `--origin phải có dạng http://tên:cổng, không có đường dẫn. / --origin must be like http://name:port, without a path.`,
    );
  }
  return url.origin;
}

function textOf(given: Given, name: keyof typeof args): string | undefined {
  if (given[name] === '') throw new Misuse(`--${name} thiếu giá trị. / --${name} lacks its value.`);
  return given[name] as string | undefined;
}

function optionsOf(given: Given) {
  const strange = Object.keys(given).find((name) => name !== '_' && !Object.hasOwn(args, name)) ?? given._[0];
  if (strange !== undefined) {
    throw new Misuse(
      `Không hiểu '${strange}'; xem hopcat start --help. / '${strange}' is not understood; see hopcat start --help.`,
    );
  }
  const data = textOf(given, 'data');
  if (given.memory && data) throw new Misuse('Chỉ chọn --data hoặc --memory. / Choose --data or --memory.');
  if (given.mtls && !given.https) throw new Misuse('--mtls cần --https. / --mtls needs --https.');
  const host = textOf(given, 'host');
  const origin = textOf(given, 'origin');
  return {
    port: portOf(given.port ?? (process.env.PORT || 4100)),
    https: given.https === true,
    clientCertificates: given.mtls === true,
    data: given.memory ? ':memory:' : (data ?? DATA),
    ...(host !== undefined && { host }),
    ...(origin !== undefined && { origin: originOf(origin) }),
  };
}

/** The first signal lets requests finish; the second one does not wait for them. */
function stopOnSignal(server: RunningServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      void server.close().then(() => process.exit(0));
    });
  }
}

export const start = defineCommand({
  meta: { name: 'start', description: 'Khởi động hộp cát / Start the sandbox' },
  args,
  async run({ args: given }) {
    try {
      const options = optionsOf(given as unknown as Given);
      const { startServer } = await import('../mocks/server.ts');
      const server = await startServer(options);
      stopOnSignal(server);
      process.stdout.write(greeting(server, options));
    } catch (error) {
      const misuse = error instanceof Misuse;
      process.stderr.write(`${misuse ? error.message : explain(error)}\n`);
      process.exitCode = misuse ? 2 : 1;
    }
  },
});
