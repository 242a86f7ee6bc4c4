import type { SignatureProvider, SignatureRequest } from './signature.ts';

/** Who makes people sign: providers for SIM and remote signatures, a stand-in for tokens. Loaded when somebody signs. */
export const providerOf = async (method: SignatureRequest['method']): Promise<SignatureProvider> =>
  method === 'usb' ? (await import('./stand-in.ts')).standIn : (await import('./providers.ts')).providers;
