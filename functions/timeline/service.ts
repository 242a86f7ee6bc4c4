import contract from '../../contracts/timeline.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { defineService } from '../_kit/implement.ts';
import { standingsOn } from './domain.ts';
import { move } from './move.ts';
import { timelineView } from './view.ts';

interface Wanted {
  date?: string | undefined;
  come?: 'true' | 'false' | undefined;
  enforced?: 'true' | 'false' | undefined;
}

function rules({ input, clock, workspace }: Exchange<Wanted>) {
  const today = input.date ?? clock.today;
  const fits = (wanted: string | undefined, is: boolean) => wanted === undefined || wanted === String(is);
  const all = standingsOn(today);
  return json({
    today,
    calendar: input.date ?? workspace.settings.calendar,
    rules: all.filter(({ come, enforced }) => fits(input.come, come) && fits(input.enforced, enforced)),
  });
}

export default defineService(contract, {
  timeline: (x) => timelineView(x, { told: x.input.notice }),
  move,
  rules,
});
