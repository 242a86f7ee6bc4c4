import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html } from '../../../_kit/page/html.ts';
import type { Frame, ShellProps } from '../../../_kit/page.ts';
import { dvcqgPage } from '../../pages/frame.ts';

/** What went wrong at the last try. */
export interface PageError {
  title: Text;
  cure: Text;
}

export const ERROR_ID = 'error';

/** A page of the identity exchange. */
export const exchangePage = (
  props: Frame &
    Pick<ShellProps, 'title' | 'panel' | 'scripts' | 'scriptBefore'> & { body: Content; error?: PageError },
): Content => {
  const { error, body, lang, assets, title, panel, scripts, scriptBefore } = props;
  const notice = error && { kind: 'error' as const, id: ERROR_ID, testid: 'error', ...error };
  return dvcqgPage({
    lang,
    assets,
    title,
    panel,
    scripts,
    scriptBefore,
    notice,
    body: html`<section class="paper">${body}</section>`,
  });
};

/** A name set off from the sentence around it. */
export const strong = (text: string): Content => html`<strong>${text}</strong>`;
