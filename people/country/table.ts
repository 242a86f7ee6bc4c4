import { groups, mismatches } from './mismatches/index.ts';

const heading = ['Thẻ / *Tag*', 'Trên 10.000 / *Per 10,000*', 'Trong số / *Among*', 'Ý nghĩa / *Meaning*'];

const rows = mismatches.map(({ tag, share, among, vi, en }) => [
  `\`${tag}\``,
  String(share),
  `${groups[among].vi}<br>*${groups[among].en}*`,
  `${vi}<br>*${en}*`,
]);

/** The mismatches as a Markdown table: `docs/country.md` holds it. */
export const mismatchTable = (): string =>
  [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
