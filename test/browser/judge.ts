import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/**
 * What is wrong with the page on screen: axe violations, targets below 44 px (a label around
 * one is part of it), a page wider than its screen, a table
 * whose last columns nobody sees on a phone.
 */
export async function judge(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()');
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `axe ${id}: ${node.html}: ${node.failureSummary}`),
  );
  const small = await page.evaluate<string[]>(`
    [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')]
      .filter((target) => target.checkVisibility({ visibilityProperty: true }) && target.className !== 'skip')
      .filter((target) => (target.closest('label') ?? target).getBoundingClientRect().height < 44)
      .map((target) => target.dataset.testid)`);
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  const hidden = await page.evaluate<string[]>(`
    [...document.querySelectorAll('.table.cards')]
      .filter((table) => innerWidth <= 500 && table.scrollWidth > table.clientWidth + 1)
      .map((table) => table.dataset.testid)`);
  const cut = hidden.map((id) => `columns out of sight: ${id}`);
  return [
    ...cut,
    ...found,
    ...small.map((id) => `below 44 px: ${id}`),
    ...(wide ? ['wider than the screen'] : []),
  ];
}
