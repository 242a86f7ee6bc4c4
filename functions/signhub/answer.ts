import { type Answer, json } from '../_kit/answer.ts';

/** Everything that succeeds. */
export const success = (data: unknown, more?: Parameters<typeof json>[1]): Answer =>
  json({ status: '01', description: 'Thành công / Success', data }, more);
