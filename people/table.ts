import type { Person } from '../contracts/person.ts';

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

/** People as a Markdown table: `docs/people.md` holds the cast's. */
export const peopleTable = (people: readonly Person[]): string =>
  [heading, heading.map(() => '---'), ...people.map(row)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
