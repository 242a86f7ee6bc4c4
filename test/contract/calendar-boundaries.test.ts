import { describe, expect, test } from 'vitest';
import { type CalendarRule, type CalendarRuleId, calendarRules } from '../../contracts/_calendar.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type By, type Probe, seenBefore, seenOn } from './kit/boundary.ts';
import { accountsIn } from './kit/dvcqg-accounts.ts';
import { authorizeAt, baseOf, byAccount, demoAt, openWide } from './kit/exchange.ts';
import { registerPortal, tokensFor, userinfo } from './kit/portal.ts';
import { basic, form, jsonBody } from './kit/wire.ts';

/** What a call that answers in JSON came to: its status, or the code of its refusal. */
const outcome = async (answer: Response): Promise<string> => {
  const { code } = (await answer.json()) as { code?: string };
  return code ?? String(answer.status);
};

const post = (ws: TestWorkspace, path: string, body: unknown, headers = {}) => {
  const init = jsonBody(body);
  return ws.fetch(baseOf(ws) + path, { ...init, headers: { ...(init.headers as object), ...headers } });
};

const thom = { number: '099189000062', name: 'Đào Thị Thơm', birth: '1989-02-17', phone: '0950000162' };

const an = {
  personalNumber: '099090000001',
  sub: 'sub-of-an',
  fullName: 'Nguyễn Văn An',
  birthDate: '1990-05-15',
};

/** The door to an old account, on the page of a sign-in that was opened before. */
const password = (begin: (ws: TestWorkspace) => string): Probe =>
  async function byPassword(ws) {
    const browser = openWide(ws);
    const page = await browser.open(begin(ws));
    return async () => {
      const next = await browser.submit(page, '/commonauth', {
        username: '099090000001',
        password: 'Aa@123456',
      });
      if (next.html.includes('data-testid="code-form"')) return 'code';
      return next.html.includes('Tài khoản này đã dừng hoạt động') ? 'account_stopped' : String(next.status);
    };
  };

const here = (ws: TestWorkspace): string => `${baseOf(ws)}/sign-in?to=/`;
const elsewhere = (ws: TestWorkspace): string => authorizeAt(demoAt(ws));

const registration =
  (body: unknown): Probe =>
  async (ws) =>
  async () =>
    outcome(await post(ws, '/api/registrations', body));

const bySignature =
  (kind: 'enterprise' | 'agency', holder: string): Probe =>
  async (ws) => {
    const browser = openWide(ws);
    const page = await browser.open(here(ws));
    const key = new URL(page.url).searchParams.get('sessionDataKey') ?? '';
    return async () => {
      const fields = { sessionDataKey: key, method: 'usb', kind, holder };
      const answer = await browser.send(`${baseOf(ws)}/authenticationendpoint/signature.do`, form(fields));
      const html = await answer.text();
      if (answer.headers.get('location')?.includes('/usb-token.do')) return 'token';
      return /account_stopped/.exec(html)?.[0] ?? html;
    };
  };

interface Row {
  rule: CalendarRuleId;
  what: string;
  probe: Probe;
  /** What is seen at 23:59:59 of the day before, and at 00:00. */
  sees: readonly [before: string, on: string];
}

const rows: readonly Row[] = [
  {
    rule: 'switch-announced',
    what: 'the prompt to use VNeID',
    async probe(ws) {
      const { techId } = (await accountsIn(ws).of('huong'))[0]!;
      return async () => outcome(await post(ws, `/api/accounts/${techId}/prompt`, {}));
    },
    sees: ['wrong_state', '200'],
  },
  {
    rule: 'switch-announced',
    what: '“Thông báo” on the page of whoever came by password',
    async probe(ws) {
      const browser = openWide(ws);
      const page = await browser.open(here(ws));
      await byAccount(ws, browser, page, { username: '099187000010', person: 'huong' });
      return async () => {
        const { status, html } = await browser.open(`${baseOf(ws)}/account`);
        return status === 200 ? String(html.includes('data-testid="vneid-prompt"')) : `${status} ${html}`;
      };
    },
    sees: ['false', 'true'],
  },
  {
    rule: 'national-portal-vneid-only',
    what: 'signing in to the national portal with an old account',
    probe: password(here),
    sees: ['code', 'account_stopped'],
  },
  {
    rule: 'national-portal-vneid-only',
    what: 'signing in to another portal with an old account, which stays open',
    probe: password(elsewhere),
    sees: ['code', 'code'],
  },
  {
    rule: 'national-portal-vneid-only',
    what: 'registering by telephone',
    probe: registration({ method: 'mobile', ...thom }),
    sees: ['201', 'only_vneid'],
  },
  {
    rule: 'national-portal-vneid-only',
    what: 'registering an enterprise, which stays open',
    probe: registration({ method: 'usb', kind: 'enterprise', person: 'khanh' }),
    sees: ['201', '201'],
  },
  {
    rule: 'officers-create-no-accounts',
    what: 'an officer making an account for a citizen',
    probe: async (ws) => async () =>
      outcome(await post(ws, '/api/officer/accounts', { officer: 'ngoc.h99.01', ...thom })),
    sees: ['201', 'officers_create_no_accounts'],
  },
  {
    rule: 'officers-create-no-accounts',
    what: "the officer's page",
    probe: async (ws) => async () => {
      const html = await (await ws.fetch(`${baseOf(ws)}/officer`)).text();
      return html.includes('data-testid="officer-removed"') ? 'removed' : 'there';
    },
    sees: ['there', 'removed'],
  },
  {
    rule: 'police-portal-syncs',
    what: "the police ministry's portal asking for old accounts",
    probe: async (ws) => async () =>
      outcome(await post(ws, '/api/sync', an, basic({ id: 'bocongan', secret: 'bocongan-secret' }))),
    sees: ['not_yet', '200'],
  },
  {
    rule: 'police-portal-syncs',
    what: "the button on the police ministry's portal",
    async probe(ws) {
      await ws.configure({ autopilot: { person: 'an' } });
      const browser = openWide(ws);
      const portal = `${ws.origin}/${ws.id}/bocongan`;
      await browser.open(`${portal}/sign-in?provider=vneid`);
      return async () => {
        const { status, html } = await browser.open(`${portal}/account`);
        return status === 200 ? String(html.includes('data-testid="sync-form"')) : `${status} ${html}`;
      };
    },
    sees: ['false', 'true'],
  },
  {
    rule: 'citizens-vneid-only',
    what: 'signing in to another portal with an old account',
    probe: password(elsewhere),
    sees: ['code', 'account_stopped'],
  },
  {
    rule: 'citizens-vneid-only',
    what: 'the state of an old account',
    probe: async (ws) => async () => (await accountsIn(ws).of('an'))[0]!.state.at,
    sees: ['unverified', 'stopped'],
  },
  {
    rule: 'citizens-vneid-only',
    what: 'the state of an account that is linked, which stays',
    probe: async (ws) => async () => (await accountsIn(ws).of('tien'))[0]!.state.at,
    sees: ['linked', 'linked'],
  },
  {
    rule: 'organisations-get-identity',
    what: 'the organisation that VNeID shares',
    async probe(ws) {
      await ws.configure({ autopilot: { person: 'khanh' } });
      const { access_token } = await tokensFor(await registerPortal(ws), { scope: 'openid organisation' });
      return async () => String('organisation' in (await (await userinfo(ws, access_token)).json()));
    },
    sees: ['false', 'true'],
  },
  {
    rule: 'organisations-own-identity',
    what: 'an enterprise signing in by USB token',
    probe: bySignature('enterprise', 'khanh'),
    sees: ['token', 'account_stopped'],
  },
  {
    rule: 'organisations-own-identity',
    what: 'an officer signing in by USB token, which stays open',
    probe: bySignature('agency', 'ngoc'),
    sees: ['token', 'token'],
  },
  {
    rule: 'organisations-own-identity',
    what: 'registering an enterprise',
    probe: registration({ method: 'usb', kind: 'enterprise', person: 'khanh' }),
    sees: ['201', 'own_identity_only'],
  },
];

const rules = Object.entries(calendarRules) as [CalendarRuleId, CalendarRule][];
const clocks: readonly By[] = ['calendar', 'clock'];

test('every rule that is enforced is looked at, where it changes something', () => {
  const looked = new Set(rows.filter(({ sees }) => sees[0] !== sees[1]).map(({ rule }) => rule));
  const enforced = rules.filter(([, { enforced: is }]) => is).map(([id]) => id);
  expect([...looked].toSorted()).toEqual(enforced.toSorted());
});

describe.each(clocks)('by the %s', (by) => {
  test.each(rows)('$rule: $what: $sees', async ({ rule, probe, sees }) => {
    const day = calendarRules[rule].from;
    expect([await seenBefore(day, by, probe), await seenOn(day, by, probe)]).toEqual(sees);
  });
});

/** That nothing but the two days at the boundary decides. */
test.each(rules)('%s is told to come from 00:00 on, by either clock', async (id, { from }) => {
  const told: Probe = async (ws) => async () => {
    const { rules: all } = (await (await ws.fetch(`${ws.origin}/${ws.id}/timeline/api/rules`)).json()) as {
      rules: { id: string; come: boolean }[];
    };
    return String(all.find((rule) => rule.id === id)?.come);
  };
  for (const by of clocks)
    expect([await seenBefore(from, by, told), await seenOn(from, by, told)]).toEqual(['false', 'true']);
});

test('an account that had stopped works again when the calendar is set back', async () => {
  const ws = await openWorkspace({ calendar: '2024-07-01' });
  const state = async () => (await accountsIn(ws).of('an'))[0]!.state.at;
  expect(await state()).toBe('stopped');
  await ws.configure({ calendar: '2024-06-30' });
  expect(await state()).toBe('unverified');
});
