import type { Run } from './implement.ts';

/**
 * Routes of a module that is loaded when one of them is first called: what only some calls need must not be in every
 * function's cold start.
 */
export const later = <Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  ...names: readonly Name[]
): Pick<Module, Name> =>
  Object.fromEntries(
    names.map((name) => [name, async (x: never) => ((await load())[name] as Run<never>)(x)]),
  ) as Pick<Module, Name>;
