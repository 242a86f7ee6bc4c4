import { type LinkingRule, of } from './rule.ts';

/** What a date turned off. */
export const dateRules = {
  'no-accounts-by-officers': {
    severity: 'must',
    clauses: [of('cv-3701-2024')],
    text: {
      vi: 'Từ 15/6/2024 cán bộ một cửa không tạo lập tài khoản công dân',
      en: 'From 15 June 2024 on officers of one-stop desks make no accounts for citizens',
    },
    why: {
      vi: 'Tài khoản lập hộ không do công dân nắm giữ',
      en: 'The citizen does not hold an account that was made so',
    },
  },
  'no-old-accounts': {
    severity: 'must',
    clauses: [of('nd-59-2022'), of('vpbca-2024')],
    text: {
      vi: 'Từ 1/7/2024 không cho công dân đăng nhập bằng tài khoản cũ; vẫn cho đưa tài khoản cũ về VNeID',
      en: 'From 1 July 2024 on no citizen signs in with an old account; bringing it under VNeID stays possible',
    },
    why: {
      vi: 'Quy định; nhưng hồ sơ cũ không được mất',
      en: 'The law says so; yet old dossiers must not be lost',
    },
  },
} as const satisfies Readonly<Record<string, LinkingRule>>;
