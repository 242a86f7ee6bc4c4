import type { RegistrationRequest } from '../../../contracts/_dvcqg/registration-data.ts';
import type { CheckResult as PostResult } from '../../../contracts/_post/data.ts';
import type { CheckResult as SimResult } from '../../../contracts/_telecom/data.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { type InsuranceResult, matchInsured } from '../wires/insurance.ts';
import { checkPostAccount } from '../wires/post.ts';
import { checkSubscriber } from '../wires/telecom.ts';

type Claim<Way extends RegistrationRequest['method']> = Extract<RegistrationRequest, { method: Way }>;

/** What the portal makes of a carrier's word; `match` alone lets one go on. */
const simFaults: Readonly<Record<Exclude<SimResult, 'match'>, string>> = {
  mismatch: 'sim_data_differs',
  other_owner: 'sim_other_owner',
  registered_under_cmnd: 'sim_under_cmnd',
  suspended: 'sim_suspended',
  not_normalised: 'sim_not_normalised',
  cancelled: 'sim_cancelled',
  not_registered: 'sim_not_registered',
};

/** @throws Fault sim_…, register_unavailable */
export async function ownsSim(x: Exchange, claim: Claim<'mobile'>): Promise<void> {
  const result = await checkSubscriber(x, claim);
  if (result !== 'match') throw new Fault(simFaults[result], `the carrier says ${result}`);
}

const places: Readonly<Record<Exclude<InsuranceResult, '000'>, [path: string, message: string]>> = {
  '050': ['insurance', 'Mã BHXH không gắn với số giấy tờ này / The insurance number is not of this paper'],
  '060': ['name', 'Họ tên khác dữ liệu BHXH / The register has another name'],
  '061': ['name', 'Họ tên khác dữ liệu BHXH / The register has another name'],
  '070': ['birth', 'Ngày sinh khác dữ liệu BHXH / The register has another birth date'],
};

/** @throws Fault insurance_does_not_match, register_unavailable */
export async function isInsured(x: Exchange, claim: Claim<'insurance'>): Promise<void> {
  const result = await matchInsured(x, claim);
  if (result === '000') return;
  const [path, message] = places[result];
  throw new Fault('insurance_does_not_match', `maKetQua ${result}`, { errors: [{ path, message }] });
}

const postFaults: Readonly<Record<Exclude<PostResult, 'match'>, string>> = {
  mismatch: 'post_does_not_match',
  locked: 'post_locked',
  no_account: 'post_no_account',
};

/** @throws Fault post_…, register_unavailable */
export async function ownsPostAccount(
  x: Exchange,
  claim: Pick<Claim<'post'>, 'number' | 'name'> & { phone?: string; customerCode?: string },
): Promise<void> {
  const result = await checkPostAccount(x, claim);
  if (result !== 'match') throw new Fault(postFaults[result], `VNPost says ${result}`);
}
