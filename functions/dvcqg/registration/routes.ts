import { later } from '../../_kit/later.ts';
import './kept.ts';

export const registrationRoutes = {
  ...later(
    async () => (await import('../on-demand.ts')).registrationApi,
    ...(['registrationWays', 'register', 'registration', 'registrationCode'] as const),
    ...(['registrationResend', 'registrationPassword', 'registrationSignature'] as const),
    ...(['registrationCheck', 'registrationConfirm'] as const),
  ),
  ...later(
    async () => (await import('../on-demand.ts')).registrationPages,
    ...(['registrationStart', 'registrationForm', 'registrationSubmit'] as const),
    ...(['registrationStep', 'registrationStepSubmit', 'registrationDone'] as const),
  ),
};
