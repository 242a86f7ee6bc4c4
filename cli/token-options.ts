import type { ArgsDef } from 'citty';

/** Where VNPT-CA's script looks, in this order. */
const VNPT_PORTS = '4433,4434,4435';

export const args = {
  person: {
    type: 'string',
    valueHint: 'khanh',
    description: 'Người có USB ký số, theo slug / Whose token it is, by slug',
  },
  url: {
    type: 'string',
    valueHint: 'http://localhost:4100/default',
    description: 'Không gian làm việc / The workspace',
  },
  plain: { type: 'boolean', description: 'ws:// thay vì wss:// / ws:// in place of wss://' },
  vgca: { type: 'string', valueHint: '8987', description: 'Cổng của VGCA / Port of VGCA' },
  vnpt: {
    type: 'string',
    valueHint: VNPT_PORTS,
    description: 'Cổng của VNPT-CA: cổng trống đầu tiên / Ports of VNPT-CA: the first free one',
  },
} satisfies ArgsDef;

/** A mistake on the command line: said in a sentence. */
export class Misuse extends Error {}

export interface Options {
  person: string;
  /** The workspace's URL, no trailing slash. */
  workspace: string;
  plain: boolean;
  vgcaPort: number;
  vnptPorts: readonly number[];
}

function portOf(given: string): number {
  const port = Number(given);
  if (given.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Misuse(`'${given}' không phải là số cổng. / '${given}' is not a port number.`);
  return port;
}

function workspaceOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !/^\/[\w-]+\/?$/.test(url.pathname))
    throw new Misuse(
      `--url phải có dạng http://tên:cổng/không-gian. / --url must be like http://name:port/workspace.`,
    );
  return `${url.origin}${url.pathname.replace(/\/$/, '')}`;
}

/** @throws Misuse */
export function optionsOf(given: Record<string, unknown> & { _: string[] }): Options {
  const strange = Object.keys(given).find((name) => name !== '_' && !Object.hasOwn(args, name)) ?? given._[0];
  if (strange !== undefined)
    throw new Misuse(
      `Không hiểu '${strange}'; xem hopcat token --help. / '${strange}' is not understood; see hopcat token --help.`,
    );
  const text = (name: keyof typeof args, otherwise: string): string => {
    if (given[name] === '') throw new Misuse(`--${name} thiếu giá trị. / --${name} lacks its value.`);
    return String(given[name] ?? otherwise);
  };
  const person = text('person', '');
  if (person === '')
    throw new Misuse('Cần --person, chẳng hạn --person=khanh. / --person is needed, such as --person=khanh.');
  return {
    person,
    workspace: workspaceOf(text('url', 'http://localhost:4100/default')),
    plain: given.plain === true,
    vgcaPort: portOf(text('vgca', '8987')),
    vnptPorts: text('vnpt', VNPT_PORTS).split(',').map(portOf),
  };
}
