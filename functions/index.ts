import type { Service } from './_kit/implement.ts';
import vneid from './vneid/service.ts';

/** Every system: its contract joined with what answers it. One line a system. */
export const services: readonly Service[] = [vneid];
