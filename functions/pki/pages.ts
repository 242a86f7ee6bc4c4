import type * as z from 'zod';
import type * as data from '../../contracts/_pki/data.ts';
import type { Person } from '../../contracts/person.ts';
import { type Answer, page, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { everybody } from '../_kit/people.ts';
import { ASSETS } from '../_kit/wire.ts';
import {
  type Certificate,
  certificatesOfPerson,
  type HolderKind,
  hasCertificate,
  standingOf,
} from '../_sign/certificate.ts';
import { changedStatus } from './change.ts';
import type { Step } from './domain.ts';
import { exported } from './export.ts';
import { certificateInPath, certificateThere, personInPath } from './load.ts';
import type { ShownCertificate } from './page-person.ts';

const frame = { lang: 'vi', assets: ASSETS } as const;

const hereOf = (x: Exchange): string => new URL(x.base).pathname;

const isUnusual = ({ signer }: Person): boolean =>
  signer !== undefined && (signer.certificate !== 'good' || signer.key !== undefined);

async function home(x: Exchange): Promise<Answer> {
  const [{ homePage }, { listedAuthorities }] = await Promise.all([
    import('./page-home.ts'),
    import('./published.ts'),
  ]);
  const authorities = await listedAuthorities(x);
  const people = (await everybody(x)).filter(isUnusual);
  return page(homePage({ ...frame, authorities, people, here: hereOf(x), base: x.base }));
}

function kindsOf(person: Person): HolderKind[] {
  if (!hasCertificate(person)) return [];
  return [
    'citizen',
    ...(person.organisation ? (['enterprise'] as const) : []),
    ...(person.civilServant ? (['agency'] as const) : []),
  ];
}

async function shown(x: Exchange, own: Certificate): Promise<ShownCertificate> {
  const { dateAndTime } = await import('../_kit/page/data.ts');
  const { serial, provider, kind, notAfter } = own;
  return { serial, provider, kind, standing: await standingOf(x, own), until: dateAndTime(notAfter) };
}

async function personPage(x: Exchange): Promise<Answer> {
  const { personPage: body } = await import('./page-person.ts');
  const person = await personInPath(x);
  const all = await certificatesOfPerson(x, person.slug);
  const certificates = await Promise.all(all.map((each) => shown(x, each)));
  return page(body({ ...frame, person, certificates, kinds: kindsOf(person), here: hereOf(x) }));
}

const toCertificate = (x: Exchange, { serial }: Certificate) => `${hereOf(x)}/certificates/${serial}`;

async function issue(x: Exchange<z.output<typeof data.issueForm>>): Promise<Answer> {
  const { certificate, changes } = await certificateThere(x, await personInPath(x), x.input);
  return redirect(toCertificate(x, certificate), { status: 303, changes });
}

async function certificatePage(x: Exchange): Promise<Answer> {
  const [{ certificatePage: body }, { certificateView }] = await Promise.all([
    import('./page-certificate.ts'),
    import('./view.ts'),
  ]);
  const certificate = await certificateView(x, await certificateInPath(x));
  return page(body({ ...frame, certificate, here: hereOf(x) }));
}

const wholeSecond = (at: number): number => Math.floor(at / 1000) * 1000;

async function changeStatus(x: Exchange<z.output<typeof data.statusForm>>): Promise<Answer> {
  const own = await certificateInPath(x);
  const { to, reason } = x.input;
  const at = wholeSecond(x.clock.now);
  const step: Step = to === 'revoke' ? { to, reason, at } : to === 'suspend' ? { to, at } : { to };
  const { changes } = await changedStatus(x, own, step);
  return redirect(toCertificate(x, own), { status: 303, changes });
}

const download = async (x: Exchange<z.output<typeof data.exportForm>>): Promise<Answer> =>
  exported(x, await certificateInPath(x), x.input.password);

/** For people, in a browser. */
export const pages = { home, personPage, issue, certificatePage, changeStatus, download };
