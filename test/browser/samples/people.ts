import { peoplePage } from '../../../functions/people/page.ts';
import { cast } from '../../../people/index.ts';
import type { Samples } from './world.ts';

const outcome = (slug: string, vi: string, en: string, status: number, shows: string) => {
  const person = cast.find((each) => each.slug === slug) ?? cast[0]!;
  return {
    system: 'insurance',
    operation: 'checkCard2024',
    method: 'POST',
    path: '/api/egw/KQNhanLichSuKCB2024',
    title: { vi, en },
    person: person.slug,
    name: person.name.full,
    personalNumber: person.personalNumber,
    status,
    shows,
  };
};

const outcomes = [
  outcome('an', 'Thẻ còn giá trị', 'The card is valid', 200, '"maKetQua":"000"'),
  outcome(
    'kiet',
    'Thẻ cũ hết giá trị, đã cấp thẻ mới',
    'The old card has ended, a new one was issued',
    200,
    '003',
  ),
];

const insurance = {
  name: 'insurance',
  title: { vi: 'Bảo hiểm xã hội, bảo hiểm y tế', en: 'Social and health insurance' },
  url: '/default/insurance',
  outcomes,
};

export const people: Samples = {
  'people-folded': (frame) =>
    peoplePage({
      ...frame,
      people: cast,
      systems: [insurance, { ...insurance, name: 'post' }],
      phonesUrl: '/default/phone',
      jsonUrl: '/default/people/api/outcomes',
    }),
  people: (frame) =>
    peoplePage({
      ...frame,
      people: cast,
      systems: [insurance],
      phonesUrl: '/default/phone',
      jsonUrl: '/default/people/api/outcomes',
    }),
};
