/**
 * `node test/browser/gallery.ts DIRECTORY [NAME…]` opens every sample page in Chromium, wide and narrow, light and
 * dark, writes a picture of each, and fails on an axe violation, a line in the console, or a page wider than its screen.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { judge } from './judge.ts';
import { samples } from './samples.ts';
import { listen, nothingNew, openBrowser, sampleSite } from './site.ts';

const SCREENS = { desktop: 1280, phone: 375, small: 320 };
const LOOKS = [
  { screen: 'desktop', lang: 'vi', colorScheme: 'light' },
  { screen: 'desktop', lang: 'en', colorScheme: 'dark' },
  { screen: 'phone', lang: 'vi', colorScheme: 'light' },
  { screen: 'phone', lang: 'en', colorScheme: 'dark' },
  { screen: 'small', lang: 'vi', colorScheme: 'light' },
] as const;

const [directory, ...only] = process.argv.slice(2);
if (!directory) throw new Error('Say where the pictures go: node test/browser/gallery.ts DIRECTORY [NAME…]');
await mkdir(directory, { recursive: true });

const site = await listen(nothingNew(sampleSite()));
const browser = await openBrowser();
const problems: string[] = [];
try {
  for (const { screen, lang, colorScheme } of LOOKS) {
    const viewport = { width: SCREENS[screen], height: 800 };
    const context = await browser.newContext({ colorScheme, viewport, baseURL: site.origin });
    const page = await context.newPage();
    // That page would be gone before its picture is taken.
    await page.route('**/submit.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    let name = '';
    page.on('console', (line) => problems.push(`${name}: console: ${line.text()}`));
    page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`));
    for (const sample of Object.keys(samples).filter((each) => only.length === 0 || only.includes(each))) {
      name = `${sample}.${screen}.${colorScheme}.${lang}`;
      await page.goto(`/${lang}/${sample}`, { waitUntil: 'load' });
      await page.evaluate('document.fonts.ready');
      problems.push(...(await judge(page)).map((problem) => `${name}: ${problem}`));
      await page.screenshot({ path: join(directory, `${name}.png`), fullPage: true });
    }
    await context.close();
  }
} finally {
  await browser.close();
  site.close();
}
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'No problem found.' : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
