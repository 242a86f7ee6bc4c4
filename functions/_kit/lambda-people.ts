import { type Directory, directoryLater } from '../../people/directory.ts';

let cast: Directory | undefined;

/** Reads the cast's modules: 60 kB that need not be there before a function's first call, which waits for the table. */
export async function loadCast(): Promise<void> {
  cast ??= (await import('../../people/cast.ts')).castDirectory;
}

/** The cast, once it is loaded. */
export const loadedCast: Directory = directoryLater(() => {
  if (!cast) throw new Error('the cast is asked before it is loaded');
  return cast;
});
