import type { Text } from '../../contracts/_contract.ts';
import { type Content, html } from '../_kit/page/html.ts';
import { button, details, field } from '../_kit/page/parts.ts';
import type { TimelineProps } from './page.ts';

const DATE: Text = { vi: 'Dời lịch tới ngày', en: 'Move the calendar to' };
const MOVE: Text = { vi: 'Dời lịch', en: 'Move' };
const BACK: Text = { vi: 'Về ngày thật', en: 'Back to the real date' };
const KEY: Text = { vi: 'Khóa của không gian làm việc', en: "The workspace's key" };
const KEY_HINT: Text = {
  vi: 'Chỉ dùng cho lần bấm này, không lưu lại ở đâu. Nhập trước khi bấm nút ở một mốc.',
  en: 'Used for this one press and kept nowhere. Enter it before you press a button of a date.',
};
const CALL: Text = { vi: 'Dời lịch bằng một lệnh gọi', en: 'Move it by one call' };

/** The date field, the way back, and the call that does the same. It stands first in the form: Enter presses `typed`. */
export const mover = (
  { lang, today, keyed, trouble, calendar }: TimelineProps,
  call: string,
): Content => html`<div class="mover">
    ${keyed && field({ name: 'key', label: KEY, lang, testid: 'timeline-key', type: 'password', hint: KEY_HINT, autocomplete: 'off', ...(trouble?.about === 'key' && { errorId: 'trouble' }) })}
    ${field({ name: 'date', label: DATE, lang, testid: 'date', type: 'date', value: trouble?.date ?? today, autocomplete: 'off', optional: true, ...(trouble?.about === 'date' && { errorId: 'trouble' }) })}
    <p class="actions">
      ${button({ label: MOVE, lang, testid: 'move-typed', name: 'to', value: 'typed' })}
      ${calendar !== null && button({ label: BACK, lang, testid: 'move-real', name: 'to', value: 'real', kind: 'plain' })}
    </p>
    ${details(CALL, html`<pre class="json" data-testid="call"><code>${call}</code></pre>`, lang, 'call-toggle')}
  </div>`;
