import * as z from 'zod';
import { both } from '../_person/primitives.ts';

export const customerCode = z.lazy(() =>
  z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/,
      both(
        'Mã khách hàng: chữ không dấu, số, . _ -; tối đa 30 ký tự',
        'A customer code: letters, digits, . _ -; at most 30',
      ),
    ),
);

/** Usually the dossier's number, such as `000.00.01.H99-261122-0001`. */
export const orderNumber = z.lazy(() =>
  z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$/,
      both(
        'Mã đơn: chữ không dấu, số, . _ / -; tối đa 60 ký tự',
        'An order number: letters, digits, . _ / -; at most 60',
      ),
    ),
);
