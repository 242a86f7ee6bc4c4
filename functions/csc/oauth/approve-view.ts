import type { FaultKind } from '../../../contracts/_contract.ts';
import type { Person } from '../../../contracts/person.ts';
import { type Answer, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Fault } from '../../_kit/fault.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { certificateBySerial } from '../../_sign/certificate.ts';
import type { Wish } from '../kinds.ts';
import { clientOf } from '../token.ts';
import { pages } from './pages.ts';

interface Shown {
  wish: Wish;
  person: Person;
  /** Shown again with the decision. */
  handle: string;
  tried?: { fault: Fault; kind: FaultKind; triesLeft: number };
}

/** What will be signed, for whom; yes with the PIN, or no. */
export async function approveView(x: Exchange, { wish, person, handle, tried }: Shown): Promise<Answer> {
  const credential = wish.credential === null ? undefined : await certificateBySerial(x, wish.credential);
  const { approvePage } = await pages();
  const content = approvePage({
    lang: 'vi',
    assets: ASSETS,
    client: clientOf(x, wish.client)?.name ?? wish.client,
    redirectHost: new URL(wish.redirectUri).host,
    person: person.name.full,
    post: { action: `${x.base}/oauth2/decide`, hidden: { step: handle } },
    ...(credential && {
      signing: {
        holder: credential.name,
        serial: credential.serial,
        validTo: credential.notAfter,
        count: wish.count,
        hashes: wish.hashes ?? [],
        description: wish.description ?? undefined,
      },
    }),
    ...(tried && { error: { title: tried.kind.title, cure: tried.kind.cure }, triesLeft: tried.triesLeft }),
  });
  return page(content, tried ? { status: 401, fault: tried.fault } : {});
}
