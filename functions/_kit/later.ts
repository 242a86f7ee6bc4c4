/**
 * Routes of a module that is loaded when one of them is first called: what only some calls need must not be in every
 * function's cold start.
 */
export const later = <Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  ...names: readonly Name[]
): Pick<Module, Name> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      async (...given: readonly unknown[]) =>
        ((await load())[name] as (...given: readonly unknown[]) => unknown)(...given),
    ]),
  ) as Pick<Module, Name>;
