import { describe, expect, test } from 'vitest';
import { waiting } from '../../functions/_sign/signing.ts';
import { request } from './exchange.ts';
import { ask, asked, certificateFor, clock, contents, digestOf, inbox, refuse } from './signing-apps.ts';

const idsIn = ({ signings }: { signings: { id: string }[] }) => signings.map(({ id }) => id);

describe('what waits', () => {
  test('says who asks, for what, by which certificate, and until when', async () => {
    const id = await asked();
    const { serial } = await certificateFor(id);
    expect(await inbox()).toEqual({
      signings: [
        {
          id,
          system: 'smartca',
          provider: { vi: expect.any(String), en: expect.any(String) },
          person: 'an',
          asks: 'Cổng DVC Mẫu',
          description: 'Hồ sơ số 1',
          documents: contents.map((text, at) => ({
            id: `d${at}`,
            name: `${text}.pdf`,
            hash: 'sha256',
            digest: digestOf(text).toString('hex'),
          })),
          certificate: {
            serial,
            name: 'Nguyễn Văn An',
            authority: { vi: 'VNPT-CA (thử nghiệm)', en: 'VNPT-CA (sandbox)' },
            notAfter: expect.any(String),
          },
          stage: 'waiting',
          requestedAt: new Date(clock.now).toISOString(),
          expiresAt: new Date(clock.now + 300_000).toISOString(),
        },
      ],
      older: null,
      pin: { triesLeft: 3, blockedSince: null },
    });
    expect((await ask(`/app/${id}`)).body).toMatchObject({ id, stage: 'waiting' });
  });

  test('is nothing of anybody else’s', async () => {
    await asked('mai');
    expect((await inbox()).signings).toEqual([]);
    expect((await inbox('mai')).signings).toHaveLength(1);
  });

  test('is the newest fifty, oldest first, and behind them fifty older ones each', async () => {
    const all: string[] = [];
    for (let count = 0; count < 106; count++) {
      clock.now += 1;
      all.push(await asked('mai'));
      if (count === 50) await asked();
    }
    const first = await inbox('mai');
    expect(idsIn(first)).toEqual(all.slice(56));
    const second = await inbox('mai', first.older);
    expect(idsIn(second)).toEqual(all.slice(6, 56));
    const third = await inbox('mai', second.older);
    expect({ ids: idsIn(third), older: third.older }).toEqual({ ids: all.slice(0, 6), older: null });
    expect(await inbox()).toMatchObject({ signings: [{ person: 'an' }], older: null });
  });

  test('of exactly fifty is one page, in one moment too', async () => {
    for (let count = 0; count < 50; count++) await asked('mai');
    expect((await inbox('mai')).older).toBeNull();
    await asked('mai');
    const first = await inbox('mai');
    const second = await inbox('mai', first.older);
    expect(new Set([...idsIn(first), ...idsIn(second)]).size).toBe(51);
  });

  test('is asked for from nowhere else than where a page ended', async () => {
    expect((await ask('/app?person=mai&older=an,0')).status).toBe(400);
  });

  test('is no longer kept once it is decided', async () => {
    const id = await asked();
    const kept = async () =>
      (await request(clock.now).list(waiting)).filter(({ key }) => key[3].endsWith(id));
    expect(await kept()).toHaveLength(1);
    await refuse(id);
    expect(await kept()).toEqual([]);
  });

  test('of nobody is refused', async () => {
    expect(await ask('/app?person=khong-co')).toMatchObject({
      status: 404,
      body: { code: 'unknown_person' },
    });
    expect(await ask('/app/khong-co')).toMatchObject({ status: 404, body: { code: 'unknown_signing' } });
  });
});
