import * as z from 'zod';
import { type ClientMetadata, clientMetadata } from '../contracts/_oidc.ts';
import { type Settings, type SettingsInput, settingsSchema } from '../contracts/_settings.ts';
import { type PersonPatch, personPatchSchema } from '../contracts/person.ts';
import { bilingual, errorsOf } from '../functions/_kit/issues.ts';
import { pilots } from '../functions/_kit/settings.ts';
import { isWorkspaceId } from '../functions/_kit/workspace.ts';
import { services } from '../functions/index.ts';
import { castDirectory } from '../people/cast.ts';
import { mergePatch, patchPerson } from '../people/patch.ts';

/**
 * A relying party, as dynamic registration knows it; it may name its own id and secret. `system`: at VNeID unless told,
 * or at the national portal's identity exchange.
 */
export type Client = ClientMetadata & {
  client_id?: string;
  client_secret?: string;
  system?: 'vneid' | 'dvcqg';
};

/** What the sandbox is like at first, and after each `reset`. */
export interface HopCatOptions {
  /** Id of the workspace. Default: `default`. */
  workspace?: string;
  /** As the control API takes them. */
  settings?: SettingsInput;
  /** Registered besides `demo-portal`. */
  clients?: readonly Client[];
  /**
   * Where systems answer, by name, in place of their real origins: `{ population: 'https://lgsp.example.gov.vn' }`.
   * For those whose address is not public, or is the portal's own configuration. No slash at the end.
   */
  at?: Readonly<Record<string, string | readonly string[]>>;
  /** Changes of people of the cast, by slug (RFC 7396). */
  people?: Readonly<Record<string, PersonPatch>>;
}

type Context = z.core.$RefinementCtx;

const nobody = (slug: string): string => `Không có ai tên '${slug}' / Nobody is called '${slug}'`;

/** Citizens of the country are looked up later: making it takes a while. */
const isSomebody = (slug: string): boolean =>
  castDirectory.findBySlug(slug) !== undefined || slug.startsWith('cd-');

function pilotsExist(settings: Settings, { issues }: { issues: Context['issues'] }): void {
  for (const [path, pilot] of pilots(settings)) {
    if (pilot === null || typeof pilot === 'string' || !('person' in pilot) || isSomebody(pilot.person))
      continue;
    issues.push({ code: 'custom', path: [path, 'person'], message: nobody(pilot.person), input: settings });
  }
}

/** A patch must name somebody, and what it makes of them must be a person. */
function peopleFit(
  people: Readonly<Record<string, PersonPatch>>,
  { issues }: { issues: Context['issues'] },
): void {
  for (const [slug, patch] of Object.entries(people)) {
    const person = castDirectory.findBySlug(slug);
    const result = person && patchPerson(person, patch, { error: bilingual });
    if (!isSomebody(slug))
      issues.push({ code: 'custom', path: [slug], message: nobody(slug), input: people });
    for (const { path, message } of result?.error?.issues ?? [])
      issues.push({ code: 'custom', path: [slug, ...path], message, input: people });
  }
}

const systems = services.map(({ contract }) => contract.name);

const address = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !url.endsWith('/'), 'Bỏ dấu / ở cuối / Without the slash at its end');

const optionsSchema = z.strictObject({
  workspace: z
    .string()
    .refine(
      isWorkspaceId,
      'Chữ thường, chữ số, dấu gạch nối, từ 3 đến 40 ký tự / Lower-case letters, digits and hyphens, 3 to 40',
    )
    .optional(),
  // A null brings a default back, here as in the control API.
  settings: z
    .preprocess((given) => mergePatch({}, given), settingsSchema)
    .superRefine(pilotsExist)
    .optional(),
  clients: z
    .array(
      clientMetadata.unwrap().extend({
        client_id: z.string().optional(),
        client_secret: z.string().optional(),
        system: z.enum(['vneid', 'dvcqg']).optional(),
      }),
    )
    .optional(),
  at: z.partialRecord(z.enum(systems), z.union([address, z.array(address)])).optional(),
  people: z.record(z.string(), personPatchSchema).superRefine(peopleFit).optional(),
});

/** @throws Error that names, in Vietnamese and English, each option that is not known or cannot be so. */
export function checkOptions(options: HopCatOptions): void {
  // As the control API will read them: what JSON leaves out is not there.
  const result = optionsSchema.safeParse(JSON.parse(JSON.stringify(options)), { error: bilingual });
  if (result.success) return;
  const wrong = errorsOf(result.error.issues).map(({ path, message }) => `\n  ${path}: ${message}`);
  throw new Error(`hopcat({…}): tùy chọn không dùng được / options that cannot be used${wrong.join('')}`);
}
