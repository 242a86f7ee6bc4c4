import type { Contract, Operation, Text } from '../../../contracts/_contract.ts';

/** Who calls an operation: a program, or a browser that somebody sits at. */
export type Audience = 'program' | 'browser';

export const audienceTitles: Readonly<Record<Audience, Text>> = {
  program: { vi: 'Gọi từ chương trình', en: 'Called by programs' },
  browser: { vi: 'Trang trong trình duyệt', en: 'Pages in a browser' },
};

export const audienceOf = ({ errors }: Operation): Audience => (errors === 'page' ? 'browser' : 'program');

/** Those that a contract has, programs first. */
export function audiences({ operations }: Contract): { name: Audience; description: string }[] {
  const found = new Set(Object.values(operations).map(audienceOf));
  return (['program', 'browser'] as const)
    .filter((name) => found.has(name))
    .map((name) => ({ name, description: `${audienceTitles[name].vi} / ${audienceTitles[name].en}` }));
}
