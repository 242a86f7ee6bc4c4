/** The exchange's pages, loaded when the first one is shown: most calls are a portal's own and see none. */
export const pages = () => import('./pages/index.ts');
