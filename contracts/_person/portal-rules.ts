import type { Person } from './fields.ts';
import { both } from './primitives.ts';
import { usernameOf } from './username.ts';

type PortalAccount = NonNullable<Person['portalAccounts']>[number];

const path = ['portalAccounts'];
const each = (holds: (account: PortalAccount, person: Person) => boolean) => (person: Person) =>
  (person.portalAccounts ?? []).every((account) => holds(account, person));

/** What must agree in the accounts of the national portal that a person has from the start. */
export const portalRules = [
  {
    path,
    message: both(
      'Tài khoản doanh nghiệp cần có organisation, tài khoản cơ quan cần có civilServant',
      'An account of an enterprise needs organisation, one of an agency civilServant',
    ),
    holds: each(({ kind }, { organisation, civilServant }) =>
      kind === 'citizen' ? true : Boolean(kind === 'enterprise' ? organisation : civilServant),
    ),
  },
  {
    path,
    message: both(
      'Doanh nghiệp đăng ký bằng sim, usb, remote; cơ quan chỉ bằng usb',
      'An enterprise registers by sim, usb or remote, an agency by usb only',
    ),
    holds: each(({ kind, method }) => {
      const methods: Partial<Record<typeof kind, string[]>> = {
        enterprise: ['sim', 'usb', 'remote'],
        agency: ['usb'],
      };
      return methods[kind]?.includes(method) ?? true;
    }),
  },
  {
    path,
    message: both('number là "cmnd" thì cần có cmnd', 'number "cmnd" needs the cmnd'),
    holds: each(({ number }, { cmnd }) => number !== 'cmnd' || cmnd !== undefined),
  },
  {
    path,
    message: both(
      'otherNumber đi với number "unverified" hoặc "verified", và khác số hiện nay',
      'otherNumber goes with number "unverified" or "verified", and is not the present one',
    ),
    holds: each(
      ({ number, otherNumber }, { personalNumber }) =>
        otherNumber === undefined ||
        (['unverified', 'verified'].includes(number) && otherNumber !== personalNumber),
    ),
  },
  {
    path,
    message: both(
      'linkedSub đi với tài khoản công dân đã đối chiếu dân cư',
      "linkedSub goes with a citizen's account whose number is verified",
    ),
    holds: each(
      ({ kind, number, linkedSub }) =>
        linkedSub === undefined || (kind === 'citizen' && number === 'verified'),
    ),
  },
  {
    path,
    message: both(
      'Các tài khoản của một người có tên đăng nhập khác nhau',
      'The accounts of a person differ in their user names',
    ),
    holds: (person: Person) => {
      const names = (person.portalAccounts ?? []).map((one) => usernameOf(person, one).toLowerCase());
      return new Set(names).size === names.length;
    },
  },
];
