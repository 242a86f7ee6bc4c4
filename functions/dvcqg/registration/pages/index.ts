export { donePage } from './done.ts';
export { formPage } from './form.ts';
export type { Trouble } from './frame.ts';
export { overPage } from './over.ts';
export type { Fitting } from './panel.ts';
export { startPage } from './start.ts';
export { checkPage, codePage, confirmPage, passwordPage, tokenPage } from './steps.ts';
