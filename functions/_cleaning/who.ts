import type { NoteCode } from '../../contracts/_clean.ts';
import type { Known } from './register.ts';

/** The day on which somebody reaches an age, or the first day of the year when only that is known. */
const reaches = ({ birth }: Known, age: number): string =>
  'year' in birth ? `${birth.year + age}` : `${Number(birth.date.slice(0, 4)) + age}${birth.date.slice(4)}`;

/** What is worth knowing of somebody who lives. */
export function notesOn(person: Known, today: string): NoteCode[] {
  const notes: NoteCode[] = [];
  const { vneid, nationality } = person;
  if (reaches(person, 14) > today) notes.push('under-14');
  else if (reaches(person, 18) > today) notes.push('minor');
  if (nationality !== 'VN') notes.push('foreigner');
  if (vneid.level === null) notes.push('vneid-none');
  else if (vneid.status === 'locked' || vneid.status === 'not-activated') notes.push(`vneid-${vneid.status}`);
  else if (vneid.level === 1) notes.push('vneid-level-1');
  return notes;
}
