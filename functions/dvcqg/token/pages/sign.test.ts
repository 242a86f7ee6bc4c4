import { expect, test } from 'vitest';
import { type PluggedIn, tokenForm } from './sign.ts';

const toSign = { plugin: 'vgca', url: 'wss://127.0.0.1:8987/SignJson', message: {}, text: '{}' } as const;

const textOf = (pluggedIn?: PluggedIn): string =>
  String(tokenForm({ lang: 'vi', post: { action: '/sign' }, toSign, pluggedIn }));

const stepsIn = (text: string): string[] =>
  [...text.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, step = '']) => step.replace(/<[^>]*>/g, ' '));

test('which button comes first is told before anybody presses one, in both languages', () => {
  const text = textOf({ name: 'Khánh', shim: '/shim.js', window: '/usbtoken/khanh' });
  expect(stepsIn(text)).toEqual([
    expect.stringMatching(/Bấm «Ký bằng USB».*Press &quot;Sign with the token&quot;/),
    expect.stringMatching(/«Mở cửa sổ của USB».*nhập mã PIN.*enter the PIN/),
  ]);
  expect(text.indexOf('<ol')).toBeLessThan(text.indexOf('data-testid="sign-by-token"'));
});

test('where nobody’s token is plugged in, the window of the plug-in itself is named', () => {
  const [, enter] = stepsIn(textOf());
  expect(enter).toContain('cửa sổ của phần mềm ký');
  expect(enter).not.toContain('Mở cửa sổ');
});
