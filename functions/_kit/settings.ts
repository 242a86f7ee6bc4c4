import { type Autopilot, type Settings, settingsSchema } from '../../contracts/_settings.ts';
import type { Exchange } from './exchange.ts';
import { invalidInput, parsed } from './issues.ts';
import { type IsOurs, placesOfForeignNumbers } from './mask.ts';
import { personBySlug } from './people.ts';

/** @throws Fault foreign_number, naming every place */
export function refuseForeignNumbers(value: unknown, isOurs: IsOurs): void {
  const errors = placesOfForeignNumbers(value, isOurs).map((path) => ({
    path,
    message:
      "Không lưu số 12 chữ số có thể là của người thật / A number that may be a real person's is not kept",
  }));
  if (errors.length > 0) throw invalidInput(errors, 'foreign_number');
}

/** Everywhere that settings name a person. */
export function pilots(settings: Settings): [path: string, pilot: Autopilot | 'pages' | null][] {
  return [
    ['autopilot', settings.autopilot],
    ...Object.entries(settings.autopilotByClient).map(
      ([client, pilot]) => [`autopilotByClient.${client}`, pilot] as [string, Autopilot | 'pages'],
    ),
    ...settings.autopilotQueue.map((pilot, at) => [`autopilotQueue.${at}`, pilot] as [string, Autopilot]),
  ];
}

/** @throws Fault invalid_input, where a field that is `named` says a person whom `exists` does not know */
export async function refuseUnknownPeople(
  settings: Settings,
  exists: (slug: string) => boolean | Promise<boolean>,
  named: (field: string) => boolean = () => true,
): Promise<void> {
  const errors = [];
  for (const [path, pilot] of pilots(settings)) {
    const wanted =
      pilot !== null && typeof pilot === 'object' && 'person' in pilot && named(path.split('.')[0]!);
    if (!wanted || (await exists(pilot.person))) continue;
    const message = `Không có ai tên '${pilot.person}' / Nobody is called '${pilot.person}'`;
    errors.push({ path: `${path}.person`, message });
  }
  if (errors.length > 0) throw invalidInput(errors);
}

/** Settings that this workspace may have, defaults filled in. @throws Fault invalid_input, foreign_number */
export async function readSettings(
  x: Exchange,
  raw: unknown,
  named?: (field: string) => boolean,
): Promise<Settings> {
  const settings = parsed(settingsSchema, raw);
  refuseForeignNumbers(settings, x.isOurs);
  await refuseUnknownPeople(settings, async (slug) => (await personBySlug(x, slug)) !== undefined, named);
  return settings;
}
