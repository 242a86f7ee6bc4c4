/** Loaded when the first one is shown: most calls are an application's own and see none. */
export const pages = () => import('./pages/index.ts');
