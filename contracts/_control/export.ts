import * as z from 'zod';
import { both } from '../_person/primitives.ts';
import { settingsSchema } from '../_settings.ts';
import { faultRule, MOST_RULES } from './failures.ts';

/** How many older pairs of keys a workspace may publish beside the current one. */
export const MOST_OVERLAPPING = 5;

/** Which keys of the pool sign: a workspace starts with number 0, and each rotation takes the next. */
export const signingSchema = z.lazy(() =>
  z.strictObject({
    current: z.int().min(0),
    /** Newest first. */
    overlapping: z.array(z.int().min(0)).max(MOST_OVERLAPPING),
  }),
);

/** One stored item, without the workspace that it is in: an import puts it into the caller's own. */
export const exportedItem = z.lazy(() =>
  z.strictObject({
    system: z.string().min(1).max(100),
    kind: z.string().min(1).max(100),
    id: z.string().min(1).max(1024),
    value: z.unknown(),
    /** Epoch milliseconds of the token clock. */
    expires: z.number().optional(),
  }),
);

/** Everything in a workspace but its id, key and expiry. Signing keys are the deployment's, and stay there. */
export const exportedWorkspace = z.lazy(() =>
  z.strictObject({
    format: z.literal('hopcat-workspace', both('Không phải bản xuất của HopCat', 'Not an export of HopCat')),
    version: z.literal(1, both('Bản xuất thuộc phiên bản khác', 'An export of another version')),
    /** Where it came from, for readers. */
    workspace: z.string(),
    exportedAt: z.iso.datetime(),
    settings: settingsSchema,
    signing: signingSchema,
    faults: z.array(faultRule).max(MOST_RULES).default([]),
    items: z.array(exportedItem),
  }),
);

export type ExportedWorkspace = z.output<typeof exportedWorkspace>;
