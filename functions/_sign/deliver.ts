/** How providers tell service providers of what was signed: their webhooks. */
export { deliver } from '../_kit/deliver.ts';
