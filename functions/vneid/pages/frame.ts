import type { Text } from '../../../contracts/_contract.ts';
import contract from '../../../contracts/vneid.ts';
import { type Content, html } from '../../_kit/page/html.ts';
import { type Frame, type ShellProps, shell } from '../../_kit/page.ts';

const VNEID = contract.brand;

/** Whom the person is about to meet again. */
export interface Client {
  name: string;
}

/** What a way back to them says. */
export const backTo = ({ name }: Client): Text => ({ vi: `Quay lại ${name}`, en: `Back to ${name}` });

/** What went wrong at the last try. */
export interface PageError {
  title: Text;
  cure: Text;
}

export const ERROR_ID = 'error';

/** A page of the imitated VNeID. */
export const vneidPage = (
  props: Frame &
    Pick<ShellProps, 'title' | 'panel' | 'wide' | 'scripts'> & { body: Content; error?: PageError },
): Content => {
  const { lang, assets, title, body, panel, wide, scripts, error } = props;
  const notice = error && { kind: 'error' as const, id: ERROR_ID, testid: 'error', ...error };
  return shell({
    lang,
    assets,
    title,
    system: VNEID,
    notice,
    panel,
    wide,
    scripts,
    sheets: ['signin'],
    body: html`<section class="paper">${body}</section>`,
  });
};

/** A name set off from the sentence around it. */
export const strong = (text: string): Content => html`<strong>${text}</strong>`;
