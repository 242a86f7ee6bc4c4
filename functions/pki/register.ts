import type * as z from 'zod';
import type * as data from '../../contracts/_pki/data.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { certificatesOfPerson } from '../_sign/certificate.ts';
import { changedStatus } from './change.ts';
import type { Step } from './domain.ts';
import { exported } from './export.ts';
import { certificateInPath, certificateThere, personInPath } from './load.ts';
import { certificateView } from './view.ts';

async function certificates(x: Exchange<z.output<typeof data.wantedCertificates>>): Promise<Answer> {
  const person = await personInPath(x);
  const { provider, ...rest } = x.input;
  if (provider === undefined) {
    const all = await certificatesOfPerson(x, person.slug);
    return json({ certificates: await Promise.all(all.map((each) => certificateView(x, each))) });
  }
  const { certificate: own, changes } = await certificateThere(x, person, { provider, ...rest });
  return json({ certificates: [await certificateView(x, own)] }, { changes });
}

const certificate = async (x: Exchange): Promise<Answer> =>
  json(await certificateView(x, await certificateInPath(x)));

async function stepInto(x: Exchange, step: Step): Promise<Answer> {
  const own = await certificateInPath(x);
  const { status, changes } = await changedStatus(x, own, step);
  return json(await certificateView(x, own, status), { changes });
}

const timeIn = (x: Exchange, at: string | undefined): number =>
  Math.floor((at === undefined ? x.clock.now : Date.parse(at)) / 1000) * 1000;

const revoke = (x: Exchange<z.output<typeof data.revocation>>): Promise<Answer> =>
  stepInto(x, { to: 'revoke', reason: x.input.reason, at: timeIn(x, x.input.at) });

const suspend = (x: Exchange<z.output<typeof data.suspension>>): Promise<Answer> =>
  stepInto(x, { to: 'suspend', at: timeIn(x, x.input.at) });

const release = (x: Exchange): Promise<Answer> => stepInto(x, { to: 'release' });

async function pkcs12(x: Exchange<z.output<typeof data.exporting>>): Promise<Answer> {
  const { password, ...asked } = x.input;
  const { certificate: own, changes } = await certificateThere(x, await personInPath(x), asked);
  return exported(x, own, password, changes);
}

/** People's certificates, for programs. */
export const register = { certificates, certificate, suspend, release, revoke, pkcs12 };
