import type { Contract } from './_contract.ts';
import bocongan from './bocongan.ts';
import ca769 from './ca769.ts';
import clean from './clean.ts';
import console from './console.ts';
import control from './control.ts';
import csc from './csc.ts';
import dvcqg from './dvcqg.ts';
import insurance from './insurance.ts';
import mysign from './mysign.ts';
import people from './people.ts';
import phone from './phone.ts';
import pki from './pki.ts';
import population from './population.ts';
import portal from './portal.ts';
import post from './post.ts';
import signer from './signer.ts';
import signhub from './signhub.ts';
import simpki from './simpki.ts';
import smartca from './smartca.ts';
import telecom from './telecom.ts';
import timeline from './timeline.ts';
import usbtoken from './usbtoken.ts';
import vneid from './vneid.ts';

export type * from './_contract.ts';
export type { Autopilot, Settings } from './control.ts';
export type { Person, PersonPatch } from './person.ts';

/** Every contract. One line a system. */
export const contracts: readonly Contract[] = [
  vneid,
  phone,
  pki,
  signer,
  population,
  insurance,
  dvcqg,
  portal,
  bocongan,
  people,
  timeline,
  telecom,
  post,
  ca769,
  smartca,
  mysign,
  signhub,
  simpki,
  usbtoken,
  csc,
  clean,
  control,
  console,
];
