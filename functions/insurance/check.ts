import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { shownBirth } from './compare.ts';
import type { CardFacts } from './domain.ts';
import { type Holder, personOf, shownHolder } from './holder.ts';
import { readNumber } from './number.ts';
import { type Checked, checkCard } from './record.ts';
import { preloadSession, requireSession } from './session.ts';
import type { Visit } from './visits.ts';

interface CardRequest {
  maThe: string;
  hoTen: string;
  ngaySinh: string;
  hoTenCb?: unknown;
  cccdCb?: unknown;
  username?: string | undefined;
  password?: string | undefined;
}

/** What a register that mistakes one person for another takes the request for. */
const mistaken = (facts: CardFacts, { insurance }: Holder): CardFacts => ({
  ...facts,
  written: { kind: 'insurance', insurance: insurance.number },
  name: insurance.name,
  birth: shownBirth(insurance.birth),
});

async function checked(x: Exchange<CardRequest>, asksOfficer: boolean): Promise<Checked> {
  const { officers: registered } = await requireSession(x);
  const { maThe, hoTen, ngaySinh, hoTenCb, cccdCb } = x.input;
  const written = readNumber(maThe);
  const holder = await shownHolder(x, await personOf(x, written));
  const asking = { name: String(hoTenCb), number: String(cccdCb) };
  const facts: CardFacts = {
    written,
    name: hoTen,
    birth: ngaySinh,
    ...(asksOfficer && { officers: { asking, registered } }),
    insurance: holder?.insurance,
    today: x.clock.today,
  };
  const result = checkCard(holder, x.failure === 'wrong-person' && holder ? mistaken(facts, holder) : facts);
  x.remarks.notes.push(`maKetQua ${result.code}`);
  return result;
}

/** In this list, case numbers are numbers. */
const numbered = (visits: readonly Visit[]) =>
  visits.map((visit) => ({ ...visit, maHoSo: Number(visit.maHoSo) }));

const check = (asksOfficer: boolean) => ({
  preload: preloadSession,
  async run(x: Exchange<CardRequest>) {
    const { code, note, record, visits } = await checked(x, asksOfficer);
    const shown = x.workspace.settings.insurance.historyInCheck && visits ? numbered(visits) : null;
    return json({ maKetQua: code, ghiChu: note, ...record, dsLichSuKCB2018: shown, dsLichSuKT2018: [] });
  },
});

export const check2024 = check(true);

/** Names from before an officer had to be named. */
export const olderCheck = check(false);

export const history2025 = {
  preload: preloadSession,
  async run(x: Exchange<CardRequest>) {
    const { code, note, visits } = await checked(x, true);
    return json({ maKetQua: code, ghiChu: code === '000' ? null : note, dsLichSuKCB2025: visits });
  },
};
