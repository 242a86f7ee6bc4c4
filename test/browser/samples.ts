import { bocongan } from './samples/bocongan.ts';
import { clean } from './samples/clean.ts';
import { consolePages } from './samples/console.ts';
import { contractPages } from './samples/contract.ts';
import { csc } from './samples/csc.ts';
import { dvcqgAccount } from './samples/dvcqg-account.ts';
import { dvcqgExchange } from './samples/dvcqg-exchange.ts';
import { officer } from './samples/dvcqg-officer.ts';
import { dvcqgRegistration } from './samples/dvcqg-registration.ts';
import { kit } from './samples/kit.ts';
import { people } from './samples/people.ts';
import { phones } from './samples/phone.ts';
import { pki } from './samples/pki.ts';
import { pkiVerdict } from './samples/pki-verdict.ts';
import { portal } from './samples/portal.ts';
import { portalSigning } from './samples/portal-signing.ts';
import { smartca } from './samples/smartca.ts';
import { timeline } from './samples/timeline.ts';
import { usbtoken } from './samples/usbtoken.ts';
import { vneid } from './samples/vneid.ts';
import type { Samples } from './samples/world.ts';

/** Every page with sample data, in the states worth looking at. */
export const samples: Samples = {
  ...vneid,
  ...phones,
  ...people,
  ...timeline,
  ...clean,
  ...csc,
  ...smartca,
  ...pki,
  ...pkiVerdict,
  ...officer,
  ...dvcqgAccount,
  ...dvcqgExchange,
  ...portal,
  ...portalSigning,
  ...bocongan,
  ...dvcqgRegistration,
  ...consolePages,
  ...contractPages,
  ...usbtoken,
  ...kit,
};
