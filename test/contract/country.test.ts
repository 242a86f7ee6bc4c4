import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../contracts/person.ts';
import { citizenAt } from '../../people/country/index.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { jsonBody } from './kit/wire.ts';

/** The first of the country with whom everything is right, or not. */
const first = (isOne: (person: Person) => boolean): Person => {
  for (let at = 0; ; at++) {
    const person = citizenAt(at);
    if (isOne(person)) return person;
  }
};

const right = first(({ tags, vneid, phones, insurance }) =>
  Boolean(tags.includes('registers-agree') && vneid.level === 2 && phones[0] && insurance),
);

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: right.slug } });
});

const at = (system: string, path: string) => `${ws.origin}/${ws.id}/${system}${path}`;
const post = async (system: string, path: string, body: object, headers: Record<string, string> = {}) => {
  const { headers: own, ...init } = jsonBody(body);
  const answer = await ws.fetch(at(system, path), { ...init, headers: { ...own, ...headers } });
  return answer.json();
};

const demo = { authorization: `Basic ${Buffer.from('demo-portal:demo-portal-secret').toString('base64')}` };

async function carrierToken(): Promise<Record<string, string>> {
  const answer = await ws.fetch(at('telecom', '/oauth2/token'), {
    method: 'POST',
    headers: { ...demo, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  return { authorization: `Bearer ${(await answer.json()).access_token}` };
}

describe('somebody whom nobody wrote down', () => {
  test('signs in with VNeID, with a number that leads to the same person everywhere', async () => {
    const query = new URLSearchParams({
      ...{ client_id: 'demo-portal', redirect_uri: 'http://localhost/cb', response_type: 'code' },
      ...{ scope: 'openid profile', state: 's' },
    });
    const authorized = await ws.fetch(`/auth?${query}`);
    const code = new URL(authorized.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const answer = await ws.fetch('/token', {
      method: 'POST',
      headers: { ...demo, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        ...{ grant_type: 'authorization_code', code, redirect_uri: 'http://localhost/cb' },
      }).toString(),
    });
    const { access_token } = await answer.json();
    const citizen = await (
      await ws.fetch('/userinfo', { headers: { authorization: `Bearer ${access_token}` } })
    ).json();
    expect(citizen).toMatchObject({ citizenPid: right.personalNumber, fullName: right.name.full });
  });

  test('is known to the carrier, to whoever asks by phone number', async () => {
    const [phone] = right.phones;
    const found = await post(
      'telecom',
      '/subscribers/check',
      {
        msisdn: phone?.number,
        idNumber: right.personalNumber,
        fullName: right.name.full,
        dob: 'date' in right.birth ? right.birth.date : String(right.birth.year),
      },
      await carrierToken(),
    );
    expect(found).toMatchObject({ result: 'match', carrier: phone?.carrier });
  });

  test('has an insurance card that the gateway finds valid', async () => {
    const password = 'ce00580d6b3d1e0d7b7b8ec5eab0bc89';
    const { APIKey } = await post('insurance', '/api/token/take', { username: '99001_BV', password });
    const query = new URLSearchParams({
      ...{ token: APIKey.access_token, id_token: APIKey.id_token, username: '99001_BV', password },
    });
    const [year, month, day] =
      'date' in right.birth ? right.birth.date.split('-') : [String(right.birth.year)];
    const found = await post('insurance', `/api/egw/KQNhanLichSuKCB2024?${query}`, {
      ...{ maThe: right.personalNumber, hoTen: right.name.full, username: '99001_BV', password },
      ...{ ngaySinh: day ? `${day}/${month}/${year}` : year, hoTenCb: 'Lê Thị Ngọc', cccdCb: '099186000016' },
    });
    expect(found).toMatchObject({ maKetQua: '000' });
  });

  test.each(['personal number', 'phone', 'old card', 'insurance number'])(
    'is found through the control API by %s',
    async (what) => {
      const bearer = first(({ cmnd, phones, insurance }) => Boolean(cmnd && phones[0] && insurance));
      const numbers: Record<string, string | undefined> = {
        'personal number': bearer.personalNumber,
        phone: bearer.phones[0]?.number,
        'old card': bearer.cmnd,
        'insurance number': bearer.insurance?.number,
      };
      const { people } = await (await ws.control(`/people?q=${numbers[what]}`)).json();
      expect(people.map(({ slug }: Person) => slug)).toEqual([bearer.slug]);
    },
  );

  test('can be changed in a workspace, and is then so in every register of it', async () => {
    const other = await openWorkspace();
    const phones = right.phones.map((phone) => ({ ...phone, status: 'suspended' }));
    const changed = await other.control(`/people/${right.slug}`, {
      ...jsonBody({ phones }, 'PATCH'),
    });
    expect(changed.status).toBe(200);
    const { people } = await (await other.control(`/people?q=${right.phones[0]?.number}`)).json();
    expect(people).toMatchObject([{ slug: right.slug, phones: [{ status: 'suspended' }] }]);
    expect((await (await ws.control(`/people/${right.slug}`)).json()).phones[0].status).toBe('active');
  });

  test('is nobody where the number is outside the block', async () => {
    expect((await ws.control('/people/cd-099090200000')).status).toBe(404);
    expect((await (await ws.control('/people?q=099090200000')).json()).people).toEqual([]);
  });
});
