import type { RegistrationRequest } from '../../../contracts/_dvcqg/registration-data.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import './kept.ts';

// Loaded when somebody registers: most calls of the national portal are sign-ins.
const api = async () => (await import('./api.ts')).registrationApi;
const pages = async () => (await import('./page-routes.ts')).registrationPages;

type Fields = Readonly<Record<string, string>>;

export const registrationRoutes = {
  registrationWays: async (x: Exchange) => (await api()).registrationWays(x),
  register: async (x: Exchange<RegistrationRequest>) => (await api()).register(x),
  registration: async (x: Exchange) => (await api()).registration(x),
  registrationCode: async (x: Exchange<{ code: string }>) => (await api()).registrationCode(x),
  registrationResend: async (x: Exchange) => (await api()).registrationResend(x),
  registrationPassword: async (x: Exchange<{ password: string }>) => (await api()).registrationPassword(x),
  registrationPin: async (x: Exchange<{ pin: string }>) => (await api()).registrationPin(x),
  registrationConfirm: async (x: Exchange<{ email?: string | undefined }>) =>
    (await api()).registrationConfirm(x),
  registrationStart: async (x: Exchange<Fields>) => (await pages()).registrationStart(x),
  registrationForm: async (x: Exchange<Fields>) => (await pages()).registrationForm(x),
  registrationSubmit: async (x: Exchange<Fields>) => (await pages()).registrationSubmit(x),
  registrationStep: async (x: Exchange) => (await pages()).registrationStep(x),
  registrationStepSubmit: async (x: Exchange<Fields>) => (await pages()).registrationStepSubmit(x),
  registrationDone: async (x: Exchange) => (await pages()).registrationDone(x),
};
