import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citizenOf } from '../../people/country/index.ts';
import { cast } from '../../people/index.ts';
import { mismatch, plainName } from './domain.ts';

test.each([
  ['Nguyễn Văn An', 'NGUYENVANAN'],
  ['Đỗ Thị Đào', 'DOTHIDAO'],
  ['đoàn thị điểm', 'DOANTHIDIEM'],
  ['H’Hen Niê', 'HHENNIE'],
  ['Kim Thị Sa Rinh', 'KIMTHISARINH'],
])('%s is %s in a request', (name, plain) => {
  expect(plainName(name.normalize('NFC'))).toBe(plain);
  expect(plainName(name.normalize('NFD'))).toBe(plain);
});

const asked = { MaYeuCau: 'a', MaCanBo: 'a', MaDichVu: '033' as const };

test('everybody of the cast is found under the own name', () => {
  for (const person of cast) {
    const HoVaTen = plainName(person.name.full);
    expect(HoVaTen).toMatch(/^[A-Z]+$/);
    expect(mismatch(person, { ...asked, SoDinhDanh: person.personalNumber, HoVaTen })).toBeUndefined();
  }
});

test('so is every citizen of the country', () => {
  const serial = fc.integer({ min: 100_000, max: 139_999 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1920, max: 1999 }),
      fc.constantFrom('0', '1'),
      serial,
      (year, gender, number) => {
        const person = citizenOf(`099${gender}${year % 100}${number}`);
        expect(plainName(person?.name.full ?? '')).toMatch(/^[A-Z]+$/);
      },
    ),
  );
});
