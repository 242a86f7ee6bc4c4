import type { Settings } from '../../contracts/_settings.ts';
import { mergePatch } from '../../people/patch.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { invalidInput } from '../_kit/issues.ts';
import { readSettings } from '../_kit/settings.ts';
import { hasRealisticNumbers } from './domain.ts';

export const showSettings = (x: Exchange) => json(x.workspace.settings);

/** An autopilot is one value: a patch that names another takes its place, where RFC 7396 alone would mix the two. */
function withoutReplaced(settings: Settings, patch: Readonly<Record<string, unknown>>): Settings {
  const named = Object.keys((patch.autopilotByClient as object | null | undefined) ?? {});
  const kept = Object.entries(settings.autopilotByClient).filter(([client]) => !named.includes(client));
  return {
    ...settings,
    autopilot: Object.hasOwn(patch, 'autopilot') ? null : settings.autopilot,
    autopilotByClient: Object.fromEntries(kept),
  };
}

/** What a patch makes of the settings. Fields that nobody knows stay in, to be refused even where they are null. */
function patched(settings: Settings, patch: Readonly<Record<string, unknown>>): object {
  const strangers = Object.entries(patch).filter(([name]) => !Object.hasOwn(settings, name));
  return {
    ...Object.fromEntries(strangers),
    ...(mergePatch(withoutReplaced(settings, patch), patch) as object),
  };
}

export async function changeSettings(x: Exchange<Record<string, unknown>>) {
  const merged = patched(x.workspace.settings, x.input);
  const settings = await readSettings(x, merged, (field) => Object.hasOwn(x.input, field));
  if (!settings.realisticNumbers && hasRealisticNumbers(x.workspace.people)) {
    const message =
      'Còn người có số ngoài 099: bỏ họ trước / There are still people with numbers outside 099: remove them first';
    throw invalidInput([{ path: 'realisticNumbers', message }]);
  }
  return json(settings, { changes: [x.changeWorkspace({ settings })] });
}

export function showClock({ clock, workspace: { settings } }: Exchange) {
  return json({
    real: new Date(clock.real).toISOString(),
    now: new Date(clock.now).toISOString(),
    offsetSeconds: settings.clockOffsetSeconds,
    today: clock.today,
    calendar: settings.calendar,
  });
}
