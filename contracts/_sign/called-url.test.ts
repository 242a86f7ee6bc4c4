import { expect, test } from 'vitest';
import { mysignSettings } from '../_mysign/settings.ts';
import { signhubSettings } from '../_signhub/settings.ts';
import { smartcaSettings } from '../_smartca/settings.ts';

const secretHash = 'FxgbItdGReiStGE6lZBxSMM6Vp1WNZZ1fZN77FGQbm0';

const settingsWith = (url: string) => {
  const mysign = { authUrl: url, username: 'u', password: 'p', resultUrl: url };
  return [
    smartcaSettings.safeParse({ accounts: [{ clientId: 'a', secretHash, webhook: url }] }),
    mysignSettings.safeParse({ accounts: [{ clientId: 'a', secretHash, webhook: mysign }] }),
    signhubSettings.safeParse({
      accounts: [{ username: 'a', passwordHash: secretHash, webhook: { url, secret: 's' } }],
    }),
  ].map(({ success }) => success);
};

test.each([
  ['https://portal.example.vn/hook?a=b@c', true],
  ['http://u:p@127.0.0.1/x', false],
  ['http://u@127.0.0.1/x', false],
  ['http:\\\\u:p@127.0.0.1\\x', false],
  ['ftp://portal.example.vn/x', false],
  ['portal', false],
])('a webhook at %s: %s', (url, isTaken) => {
  expect(settingsWith(url)).toEqual([isTaken, isTaken, isTaken]);
});
