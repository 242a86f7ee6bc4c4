import { COUNT } from './block.ts';
import { salt } from './draw.ts';
import { permutation } from './permutation.ts';

/** A range of numbers of which each citizen has one; the cast's own range at its beginning is left out. */
const range = (prefix: string, digits: number, castHas: number, left: number, right: number, key: number) => {
  const order = permutation(left, right, key);
  const pattern = new RegExp(`^${prefix}\\d{${digits}}$`);
  return {
    of: (index: number): string => prefix + String(order.of(index) + castHas).padStart(digits, '0'),
    /** −1: nobody's. Whether that citizen has such a number at all is another question. */
    index: (number: string): number => {
      const value = pattern.test(number) ? Number(number.slice(prefix.length)) - castHas : -1;
      const index = value < 0 ? -1 : order.back(value);
      return index < COUNT ? index : -1;
    },
  };
};

export const phoneNumbers = range('095', 7, 100_000, 3000, 3300, salt.phone);
export const cmndNumbers = range('99', 7, 100_000, 3000, 3300, salt.cmnd);
export const insuranceNumbers = range('99', 8, 100_000, 9990, 10_000, salt.insurance);
