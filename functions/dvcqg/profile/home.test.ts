import { expect, test } from 'vitest';
import { doorRules } from './home.ts';

test.each(doorRules)('the start page writes out the day $from as the calendar has it', ({ from, said }) => {
  expect(said).toContain(from.split('-').reverse().join('/'));
});
