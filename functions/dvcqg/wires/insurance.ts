import { hash } from 'node:crypto';
import * as z from 'zod';
import { nationalPortal } from '../../../contracts/_national-portal.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { call, jsonOf, read, unavailable } from '../../_relying/call.ts';

const tokenAnswer = z.lazy(() =>
  z.looseObject({ maKetQua: z.literal('200'), APIKey: z.looseObject({ access_token: z.string() }) }),
);

/** What the match says: `000` all four are one person's; others as in the insurance contract. */
const codes = ['000', '050', '060', '061', '070'] as const;

export type InsuranceResult = (typeof codes)[number];

const matchAnswer = z.lazy(() => z.looseObject({ maKetQua: z.enum(codes), khop: z.boolean() }));

async function bearer(x: Exchange): Promise<{ authorization: string }> {
  const asked = jsonOf({ username: nationalPortal.id, password: hash('md5', nationalPortal.secret, 'hex') });
  const { APIKey } = read('insurance', await call(x, 'insurance', '/api/token/take', asked), tokenAnswer);
  return { authorization: `Bearer ${APIKey.access_token}` };
}

/** Whose an insurance number is, as it was said. */
export interface InsuranceClaim {
  /** 12 digits, or the 9 of an old card. */
  number: string;
  insurance: string;
  name: string;
  /** `YYYY-MM-DD`, or the year. */
  birth: string;
}

/** Whether the four belong to one person. @throws Fault register_unavailable */
export async function matchInsured(x: Exchange, said: InsuranceClaim): Promise<InsuranceResult> {
  const asked = {
    soDinhDanh: said.number,
    maSoBHXH: said.insurance,
    hoTen: said.name,
    ngaySinh: said.birth.split('-').reverse().join('/'),
  };
  const reply = await call(x, 'insurance', '/bhxh/doi-sanh', jsonOf(asked, await bearer(x)));
  const { maKetQua, khop } = read('insurance', reply, matchAnswer);
  if (khop !== (maKetQua === '000')) throw unavailable('insurance', 'its answer contradicts itself');
  return maKetQua;
}
