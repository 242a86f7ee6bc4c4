import { type Kind, kind, kinds } from './store.ts';

export const nameOfKind = ({ system, kind }: Kind<unknown>): string => `${system}/${kind}`;

/**
 * Every kind of item that may stand in a workspace's space, in a fixed order: by the contracts, since in a
 * function of its own no other system is loaded. They are read when they are first asked for.
 */
export async function keptKinds(): Promise<Kind<unknown>[]> {
  const { contracts } = await import('../../contracts/index.ts');
  const declared = new Map(kinds().map((each) => [nameOfKind(each), each]));
  const kept = contracts.flatMap(({ name, keeps = {} }) =>
    Object.entries(keeps).map(([each, how]) => {
      const [system, own] = each.includes('/') ? (each.split('/') as [string, string]) : [name, each];
      return (
        declared.get(`${system}/${own}`) ??
        kind(system, own, '', { hot: how === 'hot', exported: how !== 'secret' })
      );
    }),
  );
  return kept.sort((a, b) => (nameOfKind(a) < nameOfKind(b) ? -1 : 1));
}

/** Those that an export holds, and an import brings back. */
export const exportedKinds = async (): Promise<Kind<unknown>[]> =>
  (await keptKinds()).filter(({ exported }) => exported);
