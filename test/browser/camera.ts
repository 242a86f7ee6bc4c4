import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where pictures of the walks go, for slides: `HOPCAT_PICTURES=DIRECTORY`; without it none is taken. */
const directory = process.env.HOPCAT_PICTURES;

/** Takes numbered pictures of one walk: `mobile-1280-03-password.png`. */
export function camera(walk: string, width: number): (page: Page, step: string) => Promise<void> {
  let taken = 0;
  return async (page, step) => {
    taken += 1;
    if (!directory) return;
    await mkdir(directory, { recursive: true });
    await page.evaluate('document.fonts.ready');
    const name = `${walk}-${width}-${String(taken).padStart(2, '0')}-${step}.png`;
    await page.screenshot({ path: join(directory, name), fullPage: true });
  };
}
