import * as z from 'zod';
import { ca769Settings } from './_ca769/settings.ts';
import { cscSettings } from './_csc/settings.ts';
import { dvcqgSettings } from './_dvcqg/settings.ts';
import { insuranceSettings } from './_insurance-settings.ts';
import { mysignSettings } from './_mysign/settings.ts';
import { populationSettings } from './_population-settings.ts';
import { postSettings } from './_post/settings.ts';
import { signingSettings } from './_sign/signer.ts';
import { signhubSettings } from './_signhub/settings.ts';
import { simpkiSettings } from './_simpki/settings.ts';
import { smartcaSettings } from './_smartca/settings.ts';
import { telecomSettings } from './_telecom/settings.ts';
import { usbtokenSettings } from './_usbtoken/settings.ts';

// On its own, because every function reads settings with every request, and no other part of the control contract.

/** How a sign-in is answered without a page: as this person, or with this OAuth error. */
export const autopilotSchema = z.lazy(() =>
  z.union([
    z.strictObject({
      person: z.string().min(1).max(40),
      /** Cap of the assurance level that the sign-in reaches; default: as high as the account allows. */
      acr: z.enum(['LoA1', 'LoA2']).optional(),
    }),
    z.strictObject({
      error: z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,64}$/),
      description: z
        .string()
        .regex(/^[\x20-\x21\x23-\x5b\x5d-\x7e]{0,200}$/)
        .optional(),
    }),
  ]),
);

export type Autopilot = z.infer<typeof autopilotSchema>;

const isDate = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** A workspace's settings. Changed by a JSON merge patch; every field has a default, which null brings back. */
export const settingsSchema = z.lazy(() =>
  z.strictObject({
    autopilot: autopilotSchema.nullable().default(null),
    /** By client id; takes the place of `autopilot` for that client. `pages`: no autopilot, whatever `autopilot` says. */
    autopilotByClient: z
      .record(z.string().min(1).max(200), z.union([autopilotSchema, z.literal('pages')]))
      .refine((byClient) => Object.keys(byClient).length <= 200, 'Tối đa 200 ứng dụng / At most 200 clients')
      .default({}),
    /** For the next sign-ins, first in, first out; comes before everything else. */
    autopilotQueue: z.array(autopilotSchema).max(1000).default([]),
    /** Added to real time for every lifetime. A hundred years each way. */
    clockOffsetSeconds: z.int().min(-3_153_600_000).max(3_153_600_000).default(0),
    /** The date by which the law is read, `YYYY-MM-DD`; null: the token clock's date in Viet Nam. */
    calendar: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Ngày dạng YYYY-MM-DD / A date as YYYY-MM-DD', abort: true })
      .refine(isDate, 'Không có ngày này trong lịch / There is no such day in the calendar')
      .nullable()
      .default(null),
    /** Allows personal numbers outside province code 099. Never use a real person's. */
    realisticNumbers: z.boolean().default(false),
    /** Hosts (`host` or `host:port`) that the sandbox may call out to, besides itself and loopback on a laptop. */
    allowedHosts: z.array(z.string().min(1).max(253)).max(50).default([]),
    /** Signing: who answers, how long a signer has, which keys. */
    signing: signingSettings.prefault({}),
    /** Viettel MySign: who may call it, and how long it waits. */
    mysign: mysignSettings.prefault({}),
    /** VNeID's signing hub: its accounts, their HMAC headers and webhooks, who has certificates from the start. */
    signhub: signhubSettings.prefault({}),
    /** The public authorities' interface of Decision 769: who may call it. */
    ca769: ca769Settings.prefault({}),
    /** Remote signing as the Cloud Signature Consortium has it. */
    csc: cscSettings.prefault({}),
    /** VNPT SmartCA: who may call it, and how long its passwords and tokens live. */
    smartca: smartcaSettings.prefault({}),
    /** The mobile carriers: who may call them, and how they compare. */
    telecom: telecomSettings.prefault({}),
    /** SIM PKI: its application providers, and what success looks like. */
    simpki: simpkiSettings.prefault({}),
    /** USB tokens: whose pages may call the plug-ins, how long their window waits. */
    usbtoken: usbtokenSettings.prefault({}),
    /** VNPost: who may call it. */
    post: postSettings.prefault({}),
    /** The population register: its callers, and how it writes its records. */
    population: populationSettings.prefault({}),
    /** Social and health insurance: accounts and how the gateway behaves. */
    insurance: insuranceSettings.prefault({}),
    /** The national portal: one-time codes, passwords, the bridge. */
    dvcqg: dvcqgSettings.prefault({}),
  }),
);

export type Settings = z.infer<typeof settingsSchema>;

/** Settings before defaults: whatever is left out has one. */
export type SettingsInput = z.input<typeof settingsSchema>;
