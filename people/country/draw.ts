/**
 * What each draw is for. A number, once given, stays: whoever changes one changes every citizen.
 */
export const salt = {
  walk: 1,
  phone: 2,
  cmnd: 3,
  insurance: 4,
  lineAge: 10,
  lineSpouse: 11,
  lineSibling: 12,
  linePeople: 13,
  lineFamily: 14,
  lineProvince: 15,
  lineWard: 16,
  lineDetail: 17,
  couple: 20,
  son: 21,
  daughter: 22,
  atHome: 23,
  moved: 24,
  homeProvince: 25,
  homeWard: 26,
  homeDetail: 27,
  away: 28,
  divorced: 29,
  otherSpouse: 30,
  name: 31,
  fatherName: 32,
  motherName: 33,
  motherFamily: 34,
  spouseName: 35,
  spouseFamily: 36,
  fatherAge: 37,
  motherAge: 38,
  spouseAge: 39,
  birthday: 40,
  yearOnly: 41,
  death: 42,
  deathDay: 43,
  blood: 44,
  hasCmnd: 50,
  cardYear: 51,
  cardDay: 52,
  childCard: 53,
  vneid: 54,
  email: 55,
  carrier: 56,
  postpaid: 57,
  post: 58,
  group: 59,
  hospital: 60,
  insuredFrom: 61,
  mismatch: 62,
  wrongSpelling: 63,
  wrongDate: 64,
  lapse: 65,
  ported: 66,
  portedFrom: 67,
} as const;

/** An unsigned 32-bit number out of two: the finaliser of MurmurHash3 over both. */
export const hash = (x: number, y: number): number => {
  let h = Math.imul(x, 0x9e3779b1) ^ Math.imul(y + 0x7f4a7c15, 0x85ebca77);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** 0 to n − 1, always the same for the same key and purpose. */
export const draw = (key: number, purpose: number, n: number): number => hash(key, purpose) % n;

export const pick = <T>(from: readonly T[], key: number, purpose: number): T =>
  from[draw(key, purpose, from.length)] as T;

export const chance = (key: number, purpose: number, inTenThousand: number): boolean =>
  draw(key, purpose, 10_000) < inTenThousand;

/** Draws by weight, from a table that holds each value as many times as it weighs. */
export const weighted = <T>(weights: readonly (readonly [weight: number, value: T])[]): readonly T[] =>
  weights.flatMap(([weight, value]) => Array<T>(weight).fill(value));
