import contract from '../../contracts/clean.ts';
import { page } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { defineService } from '../_kit/implement.ts';
import { ASSETS } from '../_kit/wire.ts';

/** Path of the system as the browser sees it. */
const hereOf = (x: Exchange): string => new URL(x.base).pathname;

// The judging is loaded when somebody first asks for it: it is more than the rest of the function together.
export default defineService(contract, {
  async home(x) {
    const { uploadPage } = await import('./page.ts');
    return page(uploadPage({ lang: 'vi', assets: ASSETS, here: hereOf(x) }));
  },
  async sample(x) {
    const { sampleOf } = await import('./sample.ts');
    const headers = { 'content-disposition': 'attachment; filename="tai-khoan-mau.csv"' };
    return { status: 200, type: 'text/csv; charset=utf-8', body: sampleOf(x.deps.people), headers };
  },
  judge: async (x) => (await import('./judge.ts')).judge(x, hereOf(x)),
  accounts: async (x) => (await import('./accounts.ts')).accounts(x),
});
