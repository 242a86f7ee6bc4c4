import { page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { NoticeProps } from '../../_kit/page/parts.ts';
import { visitor } from '../linking/enter.ts';
import { syncOffer } from '../linking/sync-offer.ts';
import { frameOf, pages } from '../pages/frame-of.ts';
import type { Portal } from '../portal.ts';
import { signaturesOf } from '../signing/held.ts';
import { everyDossier } from './dossiers.ts';
import { proceduresOf } from './services.ts';

const SUBMITTED: NoticeProps = {
  kind: 'done',
  title: { vi: 'Hồ sơ đã được nộp', en: 'The dossier was submitted' },
};

const SIGNED: NoticeProps = {
  kind: 'done',
  title: { vi: 'Hồ sơ đã được ký số', en: 'The dossier was signed' },
};
const notices = new Map([
  ['submitted', SUBMITTED],
  ['signed', SIGNED],
]);

/** "Quản lý hồ sơ đã nộp": also those that came from accounts which were merged into this one. */
export async function submitted(x: Exchange<{ notice?: string | undefined }>, portal: Portal) {
  const who = await visitor(x, portal, '/dossiers');
  if (who.elsewhere) return who.elsewhere;
  const all = await everyDossier(x, portal);
  const offer = syncOffer(x, portal, who.session, 'dossiers');
  const notice = notices.get(x.input.notice ?? '') ?? offer.notice;
  const dossiers = all.filter(({ holder }) => holder === who.applicant.id).map(({ dossier }) => dossier);
  const { dossiersPage } = await pages();
  return page(
    dossiersPage({
      ...frameOf(portal),
      base: x.base,
      procedures: proceduresOf(portal),
      dossiers,
      signatures: await signaturesOf(
        x,
        portal,
        dossiers.map(({ code }) => code),
      ),
      ...offer,
      ...(notice && { notice }),
    }),
  );
}
