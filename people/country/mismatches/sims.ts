import type { Phone } from '../../../contracts/person.ts';
import { asRelative } from '../identity.ts';
import { type Mismatch, ownerFor } from './groups.ts';

const sim =
  (change: (index: number) => Partial<Phone>): Mismatch['apply'] =>
  (person, index) => {
    Object.assign(person.phones[0] ?? {}, change(index));
  };

export const simMismatches: readonly Mismatch[] = [
  {
    tag: 'sim-under-cmnd',
    share: 400,
    among: 'cmnd',
    vi: 'SIM còn đăng ký bằng CMND 9 số cũ.',
    en: 'The SIM is still registered under the old 9-digit card.',
    apply: sim(() => ({ registeredUnder: 'cmnd' })),
  },
  {
    tag: 'sim-other-owner',
    share: 400,
    among: 'kin',
    vi: 'SIM do người nhà đứng tên.',
    en: "The SIM is in a relative's name.",
    apply: sim((index) => ({ registeredUnder: 'other', owner: asRelative(ownerFor(index)) })),
  },
  {
    tag: 'sim-suspended',
    share: 150,
    among: 'fourteen',
    vi: 'SIM đang bị khóa.',
    en: 'The SIM is suspended.',
    apply: sim(() => ({ status: 'suspended' })),
  },
  {
    tag: 'sim-not-normalised',
    share: 150,
    among: 'fourteen',
    vi: 'SIM chưa chuẩn hóa thông tin thuê bao.',
    en: "The subscriber's data have not been normalised.",
    apply: sim(() => ({ status: 'not-normalised' })),
  },
  {
    tag: 'no-sim',
    share: 300,
    among: 'fourteen',
    vi: 'Không có số điện thoại.',
    en: 'Has no phone number.',
    apply: (person) => {
      person.phones = [];
      delete person.postAccount;
    },
  },
  {
    tag: 'deceased-sim-active',
    share: 1000,
    among: 'dead',
    vi: 'Đã mất, nhưng SIM vẫn hoạt động.',
    en: 'Has died, but the SIM still works.',
    apply: sim(() => ({ status: 'active' })),
  },
];
