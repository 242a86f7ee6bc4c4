import type { Text } from '../../../contracts/_contract.ts';
import { dateAndTime } from '../../_kit/page/data.ts';
import { type Content, html } from '../../_kit/page/html.ts';
import { heading } from '../../_kit/page/parts.ts';
import { type Frame, shell } from '../../_kit/page.ts';
import { type Connection, connect } from './connect.ts';
import { actions, type Begin, type Door, doorList, type SystemDocs, systemList } from './lists.ts';

export interface WorkspaceProps extends Frame {
  id: string;
  /** Epoch milliseconds; null: never. */
  expiresAt: number | null;
  start: Connection & Begin;
  doors: readonly Door[];
  systems: readonly SystemDocs[];
  /** The sandbox's start page. */
  home: string;
}

const leadOf = (expiresAt: number | null): Text =>
  expiresAt === null
    ? { vi: 'Mọi trang dưới đây đều ở trong không gian này.', en: 'Every page below is in this workspace.' }
    : {
        vi: `Mọi trang dưới đây đều ở trong không gian này. Nó hết hạn lúc ${dateAndTime(expiresAt)}.`,
        en: `Every page below is in this workspace. It ends at ${dateAndTime(expiresAt)}.`,
      };

/** Where to begin in a workspace of one's own. */
export const workspacePage = (props: WorkspaceProps): Content => {
  const { lang, assets, id, expiresAt, start, doors, systems, home } = props;
  const title: Text = { vi: `Không gian ${id}`, en: `Workspace ${id}` };
  return shell({
    lang,
    assets,
    title,
    wide: true,
    body: html`<section class="paper">${heading(title, lang, leadOf(expiresAt))}${actions({ ...start, home }, lang)}</section>
      ${doorList(doors, lang)}
      ${connect(start, lang)}
      ${systemList(systems, lang)}`,
  });
};
