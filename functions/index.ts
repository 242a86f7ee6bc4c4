import type { Service } from './_kit/implement.ts';
import bocongan from './bocongan/service.ts';
import ca769 from './ca769/service.ts';
import clean from './clean/service.ts';
import console from './console/service.ts';
import control from './control/service.ts';
import csc from './csc/service.ts';
import dvcqg from './dvcqg/service.ts';
import insurance from './insurance/service.ts';
import mysign from './mysign/service.ts';
import people from './people/service.ts';
import phone from './phone/service.ts';
import pki from './pki/service.ts';
import population from './population/service.ts';
import portal from './portal/service.ts';
import post from './post/service.ts';
import signer from './signer/service.ts';
import signhub from './signhub/service.ts';
import simpki from './simpki/service.ts';
import smartca from './smartca/service.ts';
import telecom from './telecom/service.ts';
import timeline from './timeline/service.ts';
import usbtoken from './usbtoken/service.ts';
import vneid from './vneid/service.ts';

/** Every system: its contract joined with what answers it. One line a system. */
export const services: readonly Service[] = [
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
