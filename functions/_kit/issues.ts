import type * as z from 'zod';
import englishLocale from 'zod/v4/locales/en.js';
import vietnameseLocale from 'zod/v4/locales/vi.js';
import { Fault } from './fault.ts';

type Issue = z.core.$ZodIssue;
type ErrorEntry = NonNullable<Fault['extra']['errors']>[number];

const [vi, en] = [vietnameseLocale().localeError, englishLocale().localeError];

const textOf = (message: string | { message: string } | undefined | null): string =>
  typeof message === 'string' ? message : (message?.message ?? '');

const typeNames: Readonly<Record<string, string>> = {
  string: 'một chuỗi',
  number: 'một số',
  int: 'một số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách',
  object: 'một đối tượng',
  record: 'một đối tượng',
};

const units: Readonly<Record<string, string>> = { string: ' ký tự', array: ' phần tử' };

/** The Vietnamese of what goes wrong most often, in plain words; zod's own for the rest. */
function vietnamese(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type' && typeNames[issue.expected])
    return `Phải là ${typeNames[issue.expected]}`;
  if (issue.code === 'too_big') return `Tối đa ${issue.maximum}${units[issue.origin] ?? ''}`;
  if (issue.code === 'too_small') {
    return issue.minimum === 1 && issue.origin === 'string'
      ? 'Không được để trống'
      : `Tối thiểu ${issue.minimum}${units[issue.origin] ?? ''}`;
  }
  if (issue.code === 'invalid_value') return `Phải là một trong: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_format') return 'Không đúng định dạng';
  return textOf(vi(issue));
}

const englishUnits: Readonly<Record<string, string>> = { string: ' character', array: ' item' };

function counted(count: unknown, origin: string): string {
  const unit = englishUnits[origin];
  return unit === undefined ? String(count) : `${count}${unit}${count === 1 ? '' : 's'}`;
}

/** The English beside it. */
function plainEnglish(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'too_big') return `At most ${counted(issue.maximum, issue.origin)}`;
  if (issue.code !== 'too_small') return textOf(en(issue));
  return issue.minimum === 1 && issue.origin === 'string'
    ? 'It must not be empty'
    : `At least ${counted(issue.minimum, issue.origin)}`;
}

/** Both languages, as the schemas' own messages have them. */
export const bilingual: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'invalid_type' && issue.input === undefined
    ? 'Thiếu trường này / This field is missing'
    : `${vietnamese(issue)} / ${plainEnglish(issue)}`;

const noAlternative = 'Đầu vào không hợp lệ / Invalid input';

const english = (message: string): string =>
  message.slice(message.lastIndexOf(' / ') + 1).replace(/^\/ /, '');

/** Of the alternatives, the one that was meant: the one that the least is wrong with. */
const closest = (alternatives: readonly Issue[][]): readonly Issue[] =>
  alternatives.toSorted((a, b) => a.length - b.length)[0] ?? [];

/** One entry for each thing that is wrong: where (`a.b.0`), and what, in Vietnamese, a slash, English. */
export function errorsOf(issues: readonly Issue[], at: readonly PropertyKey[] = []): ErrorEntry[] {
  return issues.flatMap((issue) => {
    const place = [...at, ...issue.path];
    if (issue.code === 'invalid_union' && issue.message === noAlternative && issue.errors.length > 0) {
      return errorsOf(closest(issue.errors), place);
    }
    if (issue.code !== 'unrecognized_keys') return { path: place.join('.'), message: issue.message };
    return issue.keys.map((key) => ({
      path: [...place, key].join('.'),
      message: 'Không có trường này / There is no such field',
    }));
  });
}

/** A refusal that names every place. Its detail is the English half. */
export function invalidInput(errors: readonly ErrorEntry[], code = 'invalid_input'): Fault {
  const said = errors.map(({ path, message }) => (path ? `${path}: ${english(message)}` : english(message)));
  return new Fault(code, said.join('; '), { errors });
}

/** What a schema makes of a value. @throws Fault invalid_input */
export function parsed<T>(schema: z.ZodType<T>, raw: unknown): T {
  const result = schema.safeParse(raw, { error: bilingual });
  if (result.success) return result.data;
  throw invalidInput(errorsOf(result.error.issues));
}
