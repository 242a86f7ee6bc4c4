import { json } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { holderOf } from '../linking/applicants.ts';
import type { Portal } from '../portal.ts';
import type { Dossier } from './dossier.ts';

/** Every dossier with the id of the account that it belongs to today; newest first. */
export async function everyDossier(
  x: Exchange,
  portal: Portal,
): Promise<{ dossier: Dossier; holder: string }[]> {
  const all = (await x.list(portal.kinds.dossier)).map(({ value }) => value);
  const owned = await Promise.all(
    all.map(async (dossier) => {
      const holder = await holderOf(x, portal, dossier.applicant);
      return { dossier, holder: holder?.applicant.id ?? dossier.applicant };
    }),
  );
  return owned.toSorted((a, b) => b.dossier.submittedAt.localeCompare(a.dossier.submittedAt));
}

const dataOf = ({ dossier, holder }: { dossier: Dossier; holder: string }) => ({
  MaHoSo: dossier.code,
  MaDVC: dossier.service,
  MaTTHCDP: dossier.procedure,
  MaCoQuanThucHien: dossier.agency,
  TechID: dossier.techId,
  SoDinhDanh: dossier.number,
  HoVaTen: dossier.name,
  TaiKhoanDuocXacThucVoiVNeID: dossier.byVneid,
  submittedAt: dossier.submittedAt,
  date: dossier.date,
  applicant: holder,
  submittedBy: dossier.applicant,
  fields: dossier.fields,
  content: dossier.content,
});

export async function listDossiers(x: Exchange<{ applicant?: string | undefined }>, portal: Portal) {
  const { applicant } = x.input;
  const all = await everyDossier(x, portal);
  return json({
    dossiers: all.filter(({ holder }) => applicant === undefined || holder === applicant).map(dataOf),
  });
}
