import type { Person } from '../contracts/person.ts';
import { tagMeanings } from './tags.ts';

const vneidOf = ({ vneid }: Person) =>
  vneid.level === null ? '–' : `${vneid.level}${vneid.status === 'active' ? '' : `, ${vneid.status}`}`;

const row = (person: Person): string[] => [
  `\`${person.slug}\``,
  person.name.full,
  [person.personalNumber, ...person.formerNumbers.map((number) => `(${number})`)].join(' '),
  'year' in person.birth ? String(person.birth.year) : person.birth.date,
  person.phones.map((phone) => phone.number).join(', '),
  vneidOf(person),
  `${person.reason.vi}<br>*${person.reason.en}*`,
  person.tags.map((tag) => `\`${tag}\``).join(' '),
];

const manyHave = 20;

const whoHas = (tag: string, people: readonly Person[]): string => {
  const slugs = people.filter(({ tags }) => tags.includes(tag)).map(({ slug }) => `\`${slug}\``);
  return slugs.length > manyHave ? `${slugs.length} người · *people*` : slugs.join(' ');
};

const heading = [
  'Slug',
  'Họ tên',
  'Số định danh',
  'Sinh',
  'Điện thoại',
  'VNeID',
  'Lý do / *Reason*',
  'Thẻ / *Tags*',
];

const table = (heading: readonly string[], rows: readonly string[][]): string =>
  [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** People as a Markdown table: `docs/people.md` holds the cast's. */
export const peopleTable = (people: readonly Person[]): string => table(heading, people.map(row));

/** Their tags, each once, in the order of `tagMeanings`: what it says, and who has it. */
export const tagTable = (people: readonly Person[]): string =>
  table(
    ['Thẻ / *Tag*', 'Nghĩa / *Meaning*', 'Ai / *Who*'],
    Object.entries(tagMeanings).map(([tag, { vi, en }]) => [
      `\`${tag}\``,
      `${vi}<br>*${en}*`,
      whoHas(tag, people),
    ]),
  );
