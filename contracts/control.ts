import { defineContract } from './_contract.ts';

export { type Autopilot, autopilotSchema, type Settings, settingsSchema } from './_settings.ts';

export default defineContract({
  name: 'control',
  title: { vi: 'Điều khiển', en: 'Control' },
  faults: {},
  operations: {},
});
