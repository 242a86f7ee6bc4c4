import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { street } from './street.ts';

const { walk } = street();

describe.each([1280, 375])('at %i px', (width) => {
  test('an officer uploads the sample file, reads what was found, and takes the files along', async () => {
    await walk(
      async ({ page, ws, look }) => {
        const here = `${ws.origin}/${ws.id}/clean`;
        const sample = Buffer.from(await (await fetch(`${here}/sample.csv`)).arrayBuffer());
        await page.goto(`${here}/`);
        await look();
        const file = { name: 'tai-khoan.csv', mimeType: 'text/csv', buffer: sample };
        await page.getByTestId('file').setInputFiles(file);
        await page.getByTestId('review').click();
        await page.getByRole('heading', { name: 'Kết quả rà soát' }).waitFor();
        await page.getByTestId('toggle-number-nine-digits').click();
        expect(await page.getByTestId('rows-number-nine-digits').innerText()).toContain('099071000063');
        await look();
        const lines: number[] = [];
        for (const id of ['download-result', 'download-report', 'download-report-csv']) {
          const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(id).click()]);
          lines.push(
            readFileSync(await download.path(), 'utf8')
              .trimEnd()
              .split('\n').length,
          );
        }
        expect(lines[0]).toBe(sample.toString().trimEnd().split('\n').length);
        await page.getByTestId('review-another').click();
        await page.getByTestId('upload').waitFor();
      },
      { width, acceptDownloads: true },
    );
  });
});
