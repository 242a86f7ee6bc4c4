import { expect, test } from 'vitest';
import { signTokenPage } from './sign-token.ts';

const page = (windowUrl: string | undefined): string =>
  String(
    signTokenPage({
      lang: 'vi',
      assets: '/assets',
      base: '/default/portal',
      portal: { vi: 'Cổng dịch vụ mẫu', en: 'Reference portal' },
      signing: {
        dossier: '000.00.21.H99-261122-04711',
        format: 'pdf',
        level: 'B-LT',
        way: 'usb',
        applicant: 'a1',
        state: 'certificate',
        signer: 'an',
      },
      at: '/default/portal/signings/x',
      doneUrl: '/default/portal/dossiers',
      windowUrl,
    }),
  );

const stepsIn = (text: string): string[] =>
  [...text.matchAll(/<li[^>]*>([\s\S]*?)<\/li>/g)].map(([, step = '']) => step.replace(/<[^>]*>/g, ' '));

test('which button comes first is told before anybody presses one, in both languages', () => {
  const text = page('/default/usbtoken/an');
  const [, press, enter] = stepsIn(text);
  expect(press).toMatch(/Bấm «Ký».*Press &quot;Sign&quot;/);
  expect(enter).toMatch(/«Mở cửa sổ của USB» và nhập mã PIN.*enter the PIN/);
  expect(text.indexOf('<ol>')).toBeLessThan(text.indexOf('data-testid="sign-now"'));
});

test('where a plug-in of this computer asks for the PIN, no button is named that is not there', () => {
  const text = page(undefined);
  expect(text).not.toContain('Mở cửa sổ');
  expect(stepsIn(text)[2]).toContain('cửa sổ của phần mềm ký');
});
