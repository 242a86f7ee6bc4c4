import type { Example, Text } from '../../../contracts/_contract.ts';

/** An example's title, with the date on which it happens where not every day will do. */
export function titleOf({ title, calendar }: Pick<Example, 'title' | 'calendar'>): Text {
  if (calendar === undefined) return title;
  const day = calendar.split('-').reverse().join('/');
  return { vi: `${title.vi} (ngày ${day})`, en: `${title.en} (on ${day})` };
}
