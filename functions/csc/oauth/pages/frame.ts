import type { Text } from '../../../../contracts/_contract.ts';
import contract from '../../../../contracts/csc.ts';
import { type Content, html } from '../../../_kit/page/html.ts';
import { type Frame, shell } from '../../../_kit/page.ts';

/** What went wrong at the last try. */
export interface PageError {
  title: Text;
  cure: Text;
}

export const ERROR_ID = 'error';

/** A page of the signature provider. */
export const cscPage = (
  props: Frame & { title: Text; body: Content; error?: PageError | undefined },
): Content => {
  const { lang, assets, title, body, error } = props;
  const notice = error && { kind: 'error' as const, id: ERROR_ID, testid: 'error', ...error };
  return shell({
    lang,
    assets,
    title,
    system: contract.title,
    notice,
    sheets: ['signin'],
    body: html`<section class="paper">${body}</section>`,
  });
};

/** A name set off from the sentence around it. */
export const strong = (text: string): Content => html`<strong>${text}</strong>`;
