import { settingsSchema } from '../../contracts/_settings.ts';
import { empty } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { forgetSpace } from '../_kit/forget.ts';
import { freshSpace, newWorkspace } from '../_kit/workspace.ts';

/** One write: the workspace moves to a space where nothing ever was, and starts anew there. */
export function reset(x: Exchange<{ keep?: 'settings' | undefined }>) {
  const { id, space, settings, firstSettings } = x.workspace;
  const { people, signing, faults } = newWorkspace(id, 0);
  const fresh = {
    space: freshSpace(id, x.deps.random),
    people,
    signing,
    faults,
    settings: x.input.keep === 'settings' ? settings : settingsSchema.parse(firstSettings),
  };
  return empty({ changes: [x.changeWorkspace(fresh)], after: () => forgetSpace(x.deps, space) });
}
