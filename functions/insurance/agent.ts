import { cardCodes } from '../../contracts/_insurance-codes.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { personByInsurance } from '../_kit/people.ts';
import { guid } from '../_oidc/secret.ts';
import { abpOf, cardShown, envelopeOf, holderShown, nobody } from './agent-views.ts';
import { type Holder, shownHolder } from './holder.ts';
import { found, type SearchRequest } from './search.ts';
import { preloadSession, requireBearer } from './session.ts';

const NOT_FOUND = 'Không tìm thấy thông tin / Nothing was found';

const trace = (x: Exchange): string => guid(x.deps.random).replaceAll('-', '');

/** Whom the register shows for an insurance number. @throws Fault bearer_refused */
async function holderOf(x: Exchange, number: string): Promise<Holder | undefined> {
  await requireBearer(x, 'agent');
  return shownHolder(x, await personByInsurance(x, number));
}

export const agentCard = {
  preload: preloadSession,
  async run(x: Exchange<{ maSoBHXH: string }>) {
    const holder = await holderOf(x, x.input.maSoBHXH);
    const data = holder?.insurance.card ? cardShown(holder, x.clock.today) : null;
    return json(envelopeOf(data, data ? null : NOT_FOUND, trace(x)));
  },
};

export const agentHealth = {
  preload: preloadSession,
  async run(x: Exchange<{ maSoBhxh: string }>) {
    const holder = await holderOf(x, x.input.maSoBhxh);
    if (!holder?.insurance.card) return json(abpOf(null));
    const card = cardShown(holder, x.clock.today);
    const thongTinTK1 = { ...holderShown(holder), maHoGd: holder.household ?? null };
    const { trangThaiThe } = card;
    return json(abpOf({ thongTinTheHGD: card, thongTinTK1, trangThaiThe: { trangThaiThe } }));
  },
};

export const agentSocial = {
  preload: preloadSession,
  async run(x: Exchange<{ maSoBHXH: string }>) {
    const holder = await holderOf(x, x.input.maSoBHXH);
    const data = holder
      ? { ...holderShown(holder), maLoi: '', moTaLoi: '', isError: false }
      : { ...nobody, maLoi: '050', moTaLoi: cardCodes['050'].vi, isError: true };
    return json(envelopeOf(data, null, trace(x)));
  },
};

export const agentSearch = {
  preload: preloadSession,
  async run(x: Exchange<SearchRequest>) {
    await requireBearer(x, 'agent');
    const holders = await Promise.all((await found(x)).map((person) => shownHolder(x, person)));
    return json(abpOf({ value: holders.flatMap((holder) => (holder ? [holderShown(holder)] : [])) }));
  },
};
