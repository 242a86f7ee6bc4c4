import * as z from 'zod';
import { both } from '../_person/primitives.ts';
import { type AuthorityName, authorities, keyTypes } from '../_sign/authorities.ts';
import { certificateStates } from '../_sign/signer.ts';
import { type ProviderName, providers } from './providers.ts';

const text = z.lazy(() => z.strictObject({ vi: z.string(), en: z.string() }));

const authorityName = z.lazy(() => z.enum(Object.keys(authorities) as [AuthorityName, ...AuthorityName[]]));

const providerName = z.lazy(() => z.enum(Object.keys(providers) as [ProviderName, ...ProviderName[]]));

const holderKind = z.lazy(() => z.enum(['citizen', 'enterprise', 'agency']));

/** Those that issue to people: the others sign authorities, or times. */
const issuer = z.lazy(() =>
  authorityName.refine((name) => authorities[name].role === 'issuer', {
    error: both('Tổ chức này không cấp cho người dùng', 'This authority issues to no person'),
  }),
);

/** RFC 5280, 5.3.1; a suspension is `certificateHold`, which one asks for at its own place. */
export const revocationReasons = {
  unspecified: 0,
  keyCompromise: 1,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  privilegeWithdrawn: 9,
} as const;

export type RevocationReason = keyof typeof revocationReasons;

const reason = z.lazy(() =>
  z.enum(Object.keys(revocationReasons) as [RevocationReason, ...RevocationReason[]]),
);

export const authorityList = z.lazy(() =>
  z.strictObject({
    authorities: z.array(
      z.strictObject({
        name: authorityName,
        title: text,
        subject: z.string(),
        role: z.enum(['root', 'issuer', 'time', 'stranger']),
        key: z.enum(keyTypes),
        /** Name of the authority above it; null: it has signed its own certificate. */
        parent: authorityName.nullable(),
        /** Upper-case hex. */
        serial: z.string(),
        /** Of the certificate, lower-case hex. */
        sha256: z.string(),
        urls: z.strictObject({ certificate: z.string(), pem: z.string(), crl: z.string(), ocsp: z.string() }),
      }),
    ),
  }),
);

export const certificate = z.lazy(() =>
  z.strictObject({
    /** Upper-case hex. */
    serial: z.string(),
    authority: authorityName,
    provider: z.string(),
    /** Slug. */
    person: z.string(),
    kind: holderKind,
    /** Personal number, or tax code. */
    number: z.string(),
    name: z.string(),
    subject: z.string(),
    issuer: z.string(),
    key: z.enum(keyTypes),
    notBefore: z.string(),
    notAfter: z.string(),
    /** As it was made. */
    state: z.enum(certificateStates),
    /** As it is now, by the token clock. */
    standing: z.enum(['good', 'expired', 'not-yet-valid', 'revoked', 'suspended']),
    /** Null: neither revoked nor suspended. */
    revocation: z.strictObject({ since: z.string(), reason: z.string() }).nullable(),
    /** DER, base64. */
    der: z.string(),
    /** Certificates above it that go along with it, DER in base64. */
    chain: z.array(z.string()),
    /** Lower-case hex. */
    sha256: z.string(),
    urls: z.strictObject({ page: z.string(), issuer: z.string(), crl: z.string(), ocsp: z.string() }),
    /** The question about it that its OCSP address answers, DER in base64. */
    ocspRequest: z.string(),
  }),
);

export type CertificateView = z.output<typeof certificate>;

export const certificates = z.lazy(() => z.strictObject({ certificates: z.array(certificate) }));

/** With a provider the certificate there is made, where it is not there yet; without, all that there are. */
export const wantedCertificates = z.lazy(() =>
  z.strictObject({
    provider: providerName.optional(),
    kind: holderKind.default('citizen'),
    authority: issuer.optional(),
  }),
);

export type WantedCertificates = z.output<typeof wantedCertificates>;

/** The token clock's now unless told; never later than that. */
const at = z.lazy(() => z.iso.datetime({ offset: true }).optional());

export const revocation = z.lazy(() => z.strictObject({ reason: reason.default('unspecified'), at }));

export const suspension = z.lazy(() => z.strictObject({ at }));

export const release = z.lazy(() => z.strictObject({}));

const password = z.lazy(() => z.string().min(4).max(200));

export const exporting = z.lazy(() =>
  z.strictObject({
    password,
    provider: providerName.default('file'),
    kind: holderKind.default('citizen'),
    authority: issuer.optional(),
  }),
);

/** Forms of the pages. */
export const issueForm = z.lazy(() =>
  z.strictObject({ provider: providerName, kind: holderKind.default('citizen') }),
);

export const statusForm = z.lazy(() =>
  z.strictObject({ to: z.enum(['revoke', 'suspend', 'release']), reason: reason.default('unspecified') }),
);

export const exportForm = z.lazy(() => z.strictObject({ password }));
