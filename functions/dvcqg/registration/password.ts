import type { Text } from '../../../contracts/_contract.ts';
import { invalidInput } from '../../_kit/issues.ts';

interface Part {
  label: Text;
  /** What a password without it is told; absent: that it lacks this. */
  missing?(shortest: number): Text;
  holds(password: string, shortest: number): boolean;
}

/** What a password needs: the four kinds of characters are known from public guides, the length is the sandbox's own. */
export const passwordParts: readonly Part[] = [
  {
    label: { vi: 'chữ cái viết hoa', en: 'an upper case letter' },
    holds: (password) => /\p{Lu}/u.test(password),
  },
  {
    label: { vi: 'chữ cái viết thường', en: 'a lower case letter' },
    holds: (password) => /\p{Ll}/u.test(password),
  },
  { label: { vi: 'chữ số', en: 'a digit' }, holds: (password) => /\d/.test(password) },
  {
    label: { vi: 'ký tự đặc biệt (@, #, !…)', en: 'a special character (@, #, ! …)' },
    holds: (password) => /[^\p{L}\p{N}\s]/u.test(password),
  },
  {
    label: { vi: 'đủ độ dài', en: 'enough characters' },
    missing: (shortest) => ({
      vi: `Chưa đủ ${shortest} ký tự`,
      en: `It has fewer than ${shortest} characters`,
    }),
    holds: (password, shortest) => [...password].length >= shortest,
  },
];

/** @throws Fault weak_password, which names every part that is missing */
export function strongEnough(password: string, shortest: number): void {
  const missing = passwordParts.filter(({ holds }) => !holds(password, shortest));
  if (missing.length === 0) return;
  const errors = missing.map(({ label, missing }) => {
    const { vi, en } = missing?.(shortest) ?? { vi: `Thiếu ${label.vi}`, en: `It lacks ${label.en}` };
    return { path: 'password', message: `${vi} / ${en}` };
  });
  throw invalidInput(errors, 'weak_password');
}
