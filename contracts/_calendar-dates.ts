/** The first day of each rule of the law's calendar, in Viet Nam: all that most functions need of it. */
export const calendarDates = {
  'accounts-registered': '2020-04-08',
  'identity-decree': '2022-09-05',
  'switch-announced': '2024-01-11',
  'cleaning-ordered': '2024-05-27',
  'switch-ordered': '2024-05-29',
  'hai-phong-reports': '2024-06-02',
  'hai-phong-police-report': '2024-06-04',
  'national-portal-vneid-only': '2024-06-15',
  'officers-create-no-accounts': '2024-06-15',
  'police-portal-syncs': '2024-06-28',
  'police-guidance': '2024-06-29',
  'citizens-vneid-only': '2024-07-01',
  'organisations-get-identity': '2024-07-01',
  'organisations-own-identity': '2025-07-01',
} as const;

export type CalendarRuleId = keyof typeof calendarDates;
