import { matchCodes } from '../../contracts/_insurance-codes.ts';
import type { Person } from '../../contracts/person.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { personByCmnd, personByInsurance, personByNumber } from '../_kit/people.ts';
import { judgeMatch } from './domain.ts';
import { shownHolder } from './holder.ts';
import { preloadSession, requireBearer } from './session.ts';

interface MatchRequest {
  soDinhDanh: string;
  maSoBHXH: string;
  hoTen: string;
  ngaySinh: string;
}

/** Whom both numbers belong to, the present or a former number, or that of the old card. */
async function ownerOfBoth(x: Exchange<MatchRequest>): Promise<Person | undefined> {
  const { soDinhDanh, maSoBHXH } = x.input;
  const ofNumber = soDinhDanh.length === 9 ? personByCmnd(x, soDinhDanh) : personByNumber(x, soDinhDanh);
  const [owner, insured] = await Promise.all([ofNumber, personByInsurance(x, maSoBHXH)]);
  if (owner) x.remarks.person = owner.slug;
  return owner && owner.slug === insured?.slug ? insured : undefined;
}

export const match = {
  preload: preloadSession,
  async run(x: Exchange<MatchRequest>) {
    await requireBearer(x, 'gateway');
    const person = await ownerOfBoth(x);
    const insurance = (await shownHolder(x, person))?.insurance;
    const code = judgeMatch({ name: x.input.hoTen, birth: x.input.ngaySinh, insurance });
    const { vi, en } = matchCodes[code];
    x.remarks.notes.push(`maKetQua ${code}`);
    return json({ maKetQua: code, moTa: `${vi} / ${en}`, khop: code === '000' });
  },
};
