export { createdPage } from './pages/created.ts';
export { formPage, type Typed } from './pages/form.ts';
export { removedPage, signInFirstPage } from './pages/removed.ts';
