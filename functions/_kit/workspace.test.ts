import { expect, test } from 'vitest';
import { settingsSchema } from '../../contracts/_settings.ts';
import { newWorkspace, upgraded, WORKSPACE_FORMAT, type Workspace } from './workspace.ts';

/** Names of all fields, those inside objects after a dot. */
const fieldsIn = (value: unknown, at = ''): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, each]) => [`${at}${name}`, ...fieldsIn(each, `${at}${name}.`)])
    : [];

test('what a workspace holds goes with the number of its format: whoever changes one changes the other', () => {
  expect({ format: WORKSPACE_FORMAT, fields: fieldsIn(newWorkspace('a', 0)) }).toMatchInlineSnapshot(`
    {
      "fields": [
        "format",
        "id",
        "createdAt",
        "expiresAt",
        "keyHash",
        "space",
        "settings",
        "settings.autopilot",
        "settings.autopilotByClient",
        "settings.autopilotQueue",
        "settings.clockOffsetSeconds",
        "settings.calendar",
        "settings.realisticNumbers",
        "settings.allowedHosts",
        "settings.signing",
        "settings.signing.autopilot",
        "settings.signing.seconds",
        "settings.signing.key",
        "settings.signing.wrongPins",
        "settings.mysign",
        "settings.mysign.accounts",
        "settings.mysign.tokenSeconds",
        "settings.mysign.waitSeconds",
        "settings.signhub",
        "settings.signhub.accounts",
        "settings.signhub.hmac",
        "settings.signhub.skewSeconds",
        "settings.signhub.tokenSeconds",
        "settings.signhub.refreshSeconds",
        "settings.signhub.issueSeconds",
        "settings.signhub.readyProvider",
        "settings.ca769",
        "settings.ca769.accounts",
        "settings.ca769.timeStampSeconds",
        "settings.ca769.tokenSeconds",
        "settings.csc",
        "settings.csc.clients",
        "settings.csc.authMode",
        "settings.csc.otp",
        "settings.csc.scal",
        "settings.csc.multisign",
        "settings.csc.tokenSeconds",
        "settings.csc.refreshSeconds",
        "settings.csc.sadSeconds",
        "settings.csc.otpSeconds",
        "settings.csc.waitSeconds",
        "settings.smartca",
        "settings.smartca.accounts",
        "settings.smartca.timeStampSeconds",
        "settings.smartca.otpSteps",
        "settings.smartca.sadSeconds",
        "settings.smartca.tokenSeconds",
        "settings.telecom",
        "settings.telecom.accounts",
        "settings.telecom.tokenSeconds",
        "settings.telecom.diacriticsCount",
        "settings.telecom.idDocumentRequired",
        "settings.simpki",
        "settings.simpki.accounts",
        "settings.simpki.clientCertificates",
        "settings.simpki.success",
        "settings.simpki.waitSeconds",
        "settings.simpki.pinCacheSeconds",
        "settings.usbtoken",
        "settings.usbtoken.allowedOrigins",
        "settings.usbtoken.seconds",
        "settings.usbtoken.waitSeconds",
        "settings.usbtoken.timeStamp",
        "settings.post",
        "settings.post.accounts",
        "settings.post.tokenSeconds",
        "settings.population",
        "settings.population.authentication",
        "settings.population.accounts",
        "settings.population.authenticationUrls",
        "settings.population.wholeNameInTen",
        "settings.insurance",
        "settings.insurance.accounts",
        "settings.insurance.agents",
        "settings.insurance.tokenSeconds",
        "settings.insurance.historyInCheck",
        "settings.dvcqg",
        "settings.dvcqg.otp",
        "settings.dvcqg.otp.digits",
        "settings.dvcqg.otp.seconds",
        "settings.dvcqg.otp.tries",
        "settings.dvcqg.passwordLength",
        "settings.dvcqg.bridge",
        "firstSettings",
        "faults",
        "people",
        "signing",
        "signing.current",
        "signing.overlapping",
      ],
      "format": 6,
    }
  `);
});

test('a workspace that an older version stored gets the defaults of what is new, and keeps what it had', () => {
  const { population: _, insurance: __, ...old } = settingsSchema.parse({ calendar: '2024-06-14' });
  const { faults: ___, format: ____, ...rest } = newWorkspace('a', 1);
  const stored = { ...rest, people: { me: ['099090000001'] }, settings: old } as unknown as Workspace;
  const now = upgraded(stored);
  expect(now.settings).toEqual(settingsSchema.parse({ calendar: '2024-06-14' }));
  expect(now).toMatchObject({
    format: WORKSPACE_FORMAT,
    faults: [],
    people: { me: ['099090000001'] },
    createdAt: 1,
  });
});
