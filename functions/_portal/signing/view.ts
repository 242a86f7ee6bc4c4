import { signingFaults } from '../../../contracts/_portal/signing-faults.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Fault } from '../../_kit/fault.ts';
import { halves } from '../../_kit/halves.ts';
import type { HeldSigning } from './held.ts';
import type { SignatureRecord, Signing } from './signing.ts';

/** Where the signer decides, in the sandbox: on the phone, or in the token's window. */
export function decidedAt({ deps, workspace }: Exchange, { signer, way }: Signing): string | undefined {
  if (signer === null) return undefined;
  const system = way === 'usb' ? 'usbtoken' : 'phone';
  return `${deps.origin}/${workspace.id}/${system}/${encodeURIComponent(signer)}`;
}

const isKnown = (code: string): code is keyof typeof signingFaults => Object.hasOwn(signingFaults, code);

/** What is kept of a refusal. */
export function failureIn({ code, detail, extra }: Fault): NonNullable<Signing['failure']> {
  const [error] = extra.errors ?? [];
  return { code, detail, ...(error && { reason: halves(error.message) }) };
}

/** Why a signing came to nothing, and what to do, as people read it. */
export function failureOf({ failure }: Pick<Signing, 'failure'>) {
  if (failure === undefined || !isKnown(failure.code)) return undefined;
  const { status, title, cure } = signingFaults[failure.code];
  return { ...failure, reason: failure.reason ?? null, status, title, cure };
}

/** Until when the signer can answer, where one is asked; else until when the signing is kept. */
export const deadlineOf = ({ item }: HeldSigning, { until }: Signing): number =>
  Math.min(until ?? item.expires!, item.expires!);

const toldOf = ({ code, title, reason, cure }: NonNullable<ReturnType<typeof failureOf>>) => ({
  code,
  title,
  reason,
  cure,
});

export function signingView(x: Exchange, held: HeldSigning, signing: Signing) {
  const { dossier, format, level, way, state, prepared } = signing;
  const failure = failureOf(signing);
  return {
    id: held.id,
    dossier,
    format,
    level,
    way,
    state,
    digest: prepared?.digest ?? null,
    decidedAt: decidedAt(x, signing) ?? null,
    expiresAt: new Date(deadlineOf(held, signing)).toISOString(),
    failure: failure ? toldOf(failure) : null,
  };
}

export const signatureView = (x: Exchange, record: SignatureRecord) => {
  const { format, level, way, signer, issuer, serial, signedAt, bytes, sha256, dossier } = record;
  const document = `${x.base}/api/dossiers/${dossier}/document.${format}`;
  return { format, level, way, signer, issuer, serial, signedAt, bytes, sha256, document };
};
