import { json, page, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { maskNumbers } from '../../_kit/mask.ts';
import { holderOf } from '../linking/applicants.ts';
import { identityOf, visitor } from '../linking/enter.ts';
import { frameOf, pages } from '../pages/frame-of.ts';
import type { Portal } from '../portal.ts';
import { codeOf, contactFields, type Dossier, filledIn } from './dossier.ts';
import { formPath, procedureBy } from './services.ts';

export async function dossierForm(x: Exchange<{ service: string }>, portal: Portal) {
  const procedure = procedureBy(portal, x.input.service);
  const who = await visitor(x, portal, formPath(procedure.MaDVC));
  if (who.elsewhere) return who.elsewhere;
  const identity = identityOf(who.session);
  const { phone = '', email = '' } = identity;
  const { dossierFormPage } = await pages();
  return page(
    dossierFormPage({
      ...frameOf(portal),
      base: x.base,
      procedure,
      fields: filledIn(identity, who.applicant),
      contact: { phone, email },
      submit: { action: `${x.base}/dossiers`, hidden: { service: procedure.MaDVC } },
    }),
  );
}

interface Submitted {
  service: string;
  phone: string;
  email: string;
  content: string;
}

const digits = (bytes: Uint8Array): number => bytes.reduce((number, byte) => number * 256 + byte, 0);

/** What somebody typed: twelve digits that may be a real person's number are not kept. */
const kept = (x: Exchange, typed: Submitted): Submitted => {
  const { content, phone, email } = typed;
  const masked = (text: string) => maskNumbers(text, x.isOurs);
  return { ...typed, content: masked(content), phone: masked(phone), email: masked(email) };
};

/** The identity comes from the session, never from the form. @throws Fault sign_in_required, unknown_service */
export async function submit(x: Exchange<Submitted>, portal: Portal) {
  const { service, content, ...typed } = kept(x, x.input);
  const procedure = procedureBy(portal, service);
  const who = await visitor(x, portal, formPath(service));
  if (who.elsewhere) throw new Fault('sign_in_required', 'nobody is signed in with a local account');
  const [identity, applicant] = [identityOf(who.session), who.applicant];
  const dossier: Dossier = {
    code: codeOf(procedure, x.clock.today, digits(x.deps.random(4))),
    service,
    procedure: procedure.MaTTHCDP,
    agency: procedure.MaCoQuanThucHien,
    techId: identity.techId ?? null,
    number: identity.number ?? null,
    name: identity.name,
    byVneid: identity.byVneid,
    submittedAt: new Date(x.clock.now).toISOString(),
    date: x.clock.today,
    applicant: applicant.id,
    fields: [...filledIn(identity, applicant), ...contactFields(identity, typed)],
    content,
  };
  const put = x.put(portal.kinds.dossier, dossier.code, dossier, { if: 'absent' });
  return redirect(`${x.base}/dossiers?notice=submitted`, { status: 303, changes: [put] });
}

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
