import { fold } from '../../people/fold.ts';

/** Neither case, nor spaces, nor diacritics count. */
export const sameName = (a: string, b: string): boolean => fold(a) === fold(b);
