import { expect, test } from 'vitest';
import * as z from 'zod';
import { Fault } from './fault.ts';
import { parsed } from './issues.ts';

function errors(schema: z.ZodType, value: unknown) {
  try {
    parsed(schema, value);
  } catch (error) {
    if (error instanceof Fault) return error.extra.errors?.map(({ message }) => message.split(' / ')[0]);
    throw error;
  }
  return [];
}

test('and in plain English beside it', () => {
  const schema = z.strictObject({ name: z.string().min(1), all: z.array(z.string()).max(1) });
  const refused = () => parsed(schema, { name: '', all: ['a', 'b'] });
  expect(refused).toThrow('name: It must not be empty; all: At most 1 item');
});

test.each([
  [z.string(), 7, 'Phải là một chuỗi'],
  [z.array(z.string()), 'x', 'Phải là một danh sách'],
  [z.string().max(3), 'abcd', 'Tối đa 3 ký tự'],
  [z.string().min(1), '', 'Không được để trống'],
  [z.array(z.string()).max(1), ['a', 'b'], 'Tối đa 1 phần tử'],
  [z.number().min(5), 1, 'Tối thiểu 5'],
  [z.enum(['a', 'b']), 'c', 'Phải là một trong: a, b'],
  [z.string().regex(/^\d$/), 'x', 'Không đúng định dạng'],
  [z.string(), undefined, 'Thiếu trường này'],
])('case %#: what is wrong is said in plain Vietnamese', (schema, value, said) => {
  expect(errors(schema, value)).toEqual([said]);
});
