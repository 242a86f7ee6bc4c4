import { type DossierTyped, dossierTyped } from '../../../contracts/_portal/data.ts';
import type { Procedure } from '../../../contracts/_procedures.ts';
import { page, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { bilingual, errorsOf, invalidInput } from '../../_kit/issues.ts';
import { maskNumbers } from '../../_kit/mask.ts';
import { identityOf, type Visitor, visitor } from '../linking/enter.ts';
import { frameOf, pages } from '../pages/frame-of.ts';
import type { Portal } from '../portal.ts';
import { codeOf, contactFields, type Dossier, filledIn } from './dossier.ts';
import { formPath, procedureBy } from './services.ts';

interface Applying {
  portal: Portal;
  procedure: Procedure;
  who: Visitor & { elsewhere?: undefined };
}

/** The form, filled in; or as it was sent, with what was wrong. */
async function formView(
  x: Exchange,
  { portal, procedure, who }: Applying,
  tried?: { said: DossierTyped; fault: Fault },
) {
  const identity = identityOf(who.session);
  const { phone = '', email = '' } = identity;
  const { dossierFormPage } = await pages();
  const content = dossierFormPage({
    ...frameOf(portal),
    base: x.base,
    procedure,
    fields: filledIn(identity, who.applicant),
    said: tried?.said ?? { phone, email, content: '' },
    ...(tried && { errors: tried.fault.extra.errors ?? [] }),
    submit: { action: `${x.base}/dossiers`, hidden: { service: procedure.MaDVC } },
  });
  return page(content, tried && { status: 400, fault: tried.fault });
}

export async function dossierForm(x: Exchange<{ service: string }>, portal: Portal) {
  const procedure = procedureBy(portal, x.input.service);
  const who = await visitor(x, portal, formPath(procedure.MaDVC));
  return who.elsewhere ?? formView(x, { portal, procedure, who });
}

const digits = (bytes: Uint8Array): number => bytes.reduce((number, byte) => number * 256 + byte, 0);

/** What somebody typed: twelve digits that may be a real person's number are not kept. */
const kept = (x: Exchange, typed: DossierTyped): DossierTyped => {
  const { content, phone, email } = typed;
  const masked = (text: string) => maskNumbers(text, x.isOurs);
  return { ...typed, content: masked(content), phone: masked(phone), email: masked(email) };
};

/** The identity comes from the session, never from the form. */
function dossierOf(x: Exchange, { procedure, who }: Applying, typed: DossierTyped): Dossier {
  const [identity, applicant] = [identityOf(who.session), who.applicant];
  return {
    code: codeOf(procedure, x.clock.today, digits(x.deps.random(4))),
    service: procedure.MaDVC,
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
    content: typed.content,
  };
}

/** @throws Fault sign_in_required, unknown_service */
export async function submit(x: Exchange<DossierTyped>, portal: Portal) {
  const procedure = procedureBy(portal, x.input.service);
  const who = await visitor(x, portal, formPath(procedure.MaDVC));
  if (who.elsewhere) throw new Fault('sign_in_required', 'nobody is signed in with a local account');
  const applying = { portal, procedure, who };
  const typed = dossierTyped.safeParse(x.input, { error: bilingual });
  if (!typed.success) {
    const fault = invalidInput(errorsOf(typed.error.issues));
    return formView(x, applying, { said: x.input, fault });
  }
  const dossier = dossierOf(x, applying, kept(x, typed.data));
  const put = x.put(portal.kinds.dossier, dossier.code, dossier, { if: 'absent' });
  return redirect(`${x.base}/dossiers?notice=submitted`, { status: 303, changes: [put] });
}
