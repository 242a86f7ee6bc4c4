import type { Service } from './_kit/implement.ts';
import console from './console/service.ts';
import control from './control/service.ts';
import people from './people/service.ts';
import phone from './phone/service.ts';
import portal from './portal/service.ts';
import vneid from './vneid/service.ts';

/** Every system: its contract joined with what answers it. One line a system. */
export const services: readonly Service[] = [vneid, phone, portal, people, control, console];
