export { accountPage } from './account.ts';
export { comparePage, refusedPage } from './compare.ts';
export { formPage } from './forms.ts';
export { homePage } from './home.ts';
export { recoveredPage } from './recovered.ts';
