import type { Insurance, Person, Phone } from '../../contracts/person.ts';
import { yearOf } from './block.ts';
import { chance, draw, pick, salt, weighted } from './draw.ts';
import { birthdayOf, type Identity } from './identity.ts';
import { isDead } from './kin.ts';
import { insuranceNumbers, phoneNumbers } from './numbers.ts';

/** All under one prefix: numbers move between carriers. */
const carriers = weighted<Phone['carrier']>([
  [100, 'viettel'],
  [50, 'vinaphone'],
  [34, 'mobifone'],
  [8, 'vietnamobile'],
  [1, 'gmobile'],
  [4, 'itel'],
  [3, 'wintel'],
]);

/** From fourteen on everybody has one SIM. */
export const simsOf = (index: number): Phone[] => {
  if (yearOf(index) > 2011) return [];
  const carrier = pick(carriers, index, salt.carrier);
  const before = pick(carriers, index, salt.portedFrom);
  const ported = before !== carrier && chance(index, salt.ported, 800);
  const sim: Phone = {
    number: phoneNumbers.of(index),
    carrier,
    ...(ported && { portedFrom: before }),
    subscription: chance(index, salt.postpaid, 1500) ? 'postpaid' : 'prepaid',
    registeredUnder: 'personalNumber',
    status: isDead(index) ? 'cancelled' : 'active',
  };
  return [sim];
};

export const postAccountOf = (index: number, sims: readonly Phone[]): Person['postAccount'] => {
  const phone = sims[0];
  if (!phone || isDead(index) || !chance(index, salt.post, 2500)) return undefined;
  return { customerCode: `KH99${String(index).padStart(7, '0')}`, phone: phone.number, status: 'active' };
};

const workers = weighted([
  [11, 'DN4'],
  [7, 'GD4'],
  [2, 'HC4'],
]);
const pensioners = ['HT3', 'HT3', 'HT3', 'GD4', 'GD4'];
const students = ['SV4', 'SV4', 'DN4'];

const groupOf = (index: number): string => {
  const year = yearOf(index);
  if (year >= 2020) return 'TE1';
  if (year >= 2008) return 'HS4';
  return pick(year >= 2003 ? students : year >= 1966 ? workers : pensioners, index, salt.group);
};

const hospitals: readonly NonNullable<Insurance['hospital']>[] = [
  ['99001', 'Bệnh viện Đa khoa Hạt Cát (thử nghiệm)'],
  ['99002', 'Bệnh viện Đa khoa Bãi Cát (thử nghiệm)'],
  ['99003', 'Trung tâm Y tế Cồn Cát (thử nghiệm)'],
  ['99004', 'Trạm Y tế Đồi Cát (thử nghiệm)'],
].map(([code = '', name = '']) => Object.freeze({ code, name }));

const beginning = (index: number): string => {
  const year = yearOf(index);
  if (year >= 2020) return `${year}-${birthdayOf(index)}`;
  return isDead(index) ? '2021-01-01' : `${2021 + draw(index, salt.insuredFrom, 5)}-01-01`;
};

/** 99 is no province's code. `to` lies far off, as the cast's: a country that expires breaks tests. */
export const insuranceOf = (index: number, { name, birth, gender }: Identity): Insurance => {
  const number = insuranceNumbers.of(index);
  return {
    number,
    card: `${groupOf(index)}99${number}`,
    name: name.full,
    birth,
    gender,
    hospital: pick(hospitals, index, salt.hospital),
    from: beginning(index),
    to: '2099-12-31',
    status: 'valid',
  };
};
