import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { signhub } from './kit/signhub.ts';
import { inbox } from './kit/signing.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

describe('of userInfo', () => {
  test('the personal number alone is needed', async () => {
    const portal = await signhub(ws);
    const userInfo = { citizenPid: '099090000001' };
    expect(await portal.register({ userInfo })).toMatchObject({ http: 200, status: '01' });
    expect(await portal.register({ userInfo: {} })).toMatchObject({ http: 400, status: '02' });
    expect(await portal.register({ userInfo: { ...userInfo, fullName: null } })).toMatchObject({
      status: '01',
    });
  });

  test.each([{ fullName: 'Trần Văn An' }, { birthDate: '16/05/1990' }])(
    'what is sent beside it must be the citizen’s: %j is refused',
    async (other) => {
      const userInfo = { citizenPid: '099090000001', ...other };
      expect(await (await signhub(ws)).register({ userInfo })).toMatchObject({ http: 400, status: '02' });
    },
  );
});

test('the phone says in both languages what is asked', async () => {
  const portal = await signhub(ws);
  await portal.register();
  await portal.sign(['đơn', 'đơn 2']);
  const shown = (await inbox(ws, 'an')).map(({ description }) => description);
  expect(shown.toSorted()).toEqual([
    'Kích hoạt chứng thư số HUD-VNPT-SMARTCA / Activate the certificate of HUD-VNPT-SMARTCA',
    'Ký 2 tài liệu / Sign 2 documents',
  ]);
});
