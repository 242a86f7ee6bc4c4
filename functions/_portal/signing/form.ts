import type { Text } from '../../../contracts/_contract.ts';
import {
  documentFormats,
  type SigningForm,
  type SigningWish,
  signingWish,
} from '../../../contracts/_portal/signing-data.ts';
import { signingFaults } from '../../../contracts/_portal/signing-faults.ts';
import { type Answer, page, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { halves } from '../../_kit/halves.ts';
import { bilingual, errorsOf, invalidInput } from '../../_kit/issues.ts';
import { visitor } from '../linking/enter.ts';
import { frameOf, pages } from '../pages/frame-of.ts';
import type { Portal } from '../portal.ts';
import { begin } from './begin.ts';
import { failed, signPath } from './failed.ts';
import { type HeldDossier, readDossier, signaturesOf } from './held.ts';
import { failureIn } from './view.ts';

/** What was sent, why it does not do, and which field says so. */
interface Tried {
  said: SigningForm;
  fault: Fault;
  status: number;
  wrong: { field: 'ca' | 'phone'; message: Text };
}

/** The form; or as it was sent, with what was wrong. */
async function formView(
  x: Exchange,
  portal: Portal,
  { dossier, applicant }: HeldDossier,
  tried?: Tried,
): Promise<Answer> {
  const signed = (await signaturesOf(x, portal, [dossier.code])).map(({ format }) => format);
  const formats = documentFormats.filter((format) => !signed.includes(format));
  if (formats.length === 0) throw new Fault('already_signed', 'it was signed as each of its documents');
  const { signFormPage } = await pages();
  const content = signFormPage({
    ...frameOf(portal),
    base: x.base,
    dossier,
    formats,
    said: tried?.said ?? { phone: applicant.phone ?? '' },
    ...(tried && { wrong: tried.wrong }),
    post: { action: `${x.base}${signPath(dossier.code)}` },
  });
  return page(content, tried && { status: tried.status, fault: tried.fault });
}

/** What has to be chosen before a dossier is signed. */
export async function signForm(x: Exchange, portal: Portal): Promise<Answer> {
  const code = x.params.code ?? '';
  const who = await visitor(x, portal, signPath(code));
  return who.elsewhere ?? formView(x, portal, await readDossier(x, portal, code, who.applicant.id));
}

/** Refusals that another number, or another authority, is the cure of. */
const mendable = new Set<string>(['another_holder', 'no_certificate', 'signer_busy']);

/** Refusals that another way, another certificate or a moment later is the cure of. */
const repeatable = new Set<string>(['signature_not_trusted', 'register_unavailable', 'pin_blocked']);

function triedWith(said: SigningWish, fault: Fault): Tried {
  const { title, cure, status } = signingFaults[fault.code as keyof typeof signingFaults];
  const message = { vi: `${title.vi}. ${cure.vi}`, en: `${title.en}. ${cure.en}` };
  return { said, fault, status, wrong: { field: said.way === 'sim' ? 'phone' : 'ca', message } };
}

async function beginOrAskAgain(
  x: Exchange,
  portal: Portal,
  held: HeldDossier,
  wish: SigningWish,
): Promise<Answer> {
  try {
    const { id, changes } = await begin(x, portal, held, wish);
    return redirect(`${x.base}/signings/${id}`, { status: 303, changes });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (mendable.has(error.code)) return formView(x, portal, held, triedWith(wish, error));
    if (!repeatable.has(error.code)) throw error;
    return failed(x, portal, { dossier: held.dossier.code, failure: failureIn(error) });
  }
}

/** @throws Fault sign_in_required, and whatever keeps the dossier from being signed and is not mended in the form */
export async function signSubmit(x: Exchange<SigningForm>, portal: Portal): Promise<Answer> {
  const code = x.params.code ?? '';
  const who = await visitor(x, portal, signPath(code));
  if (who.elsewhere) throw new Fault('sign_in_required', 'nobody is signed in with a local account');
  const held = await readDossier(x, portal, code, who.applicant.id);
  const said = x.input.way === 'sim' ? x.input : { ...x.input, phone: '' };
  const wish = signingWish.safeParse(said, { error: bilingual });
  if (wish.success) return beginOrAskAgain(x, portal, held, wish.data);
  const errors = errorsOf(wish.error.issues);
  const wrong = { field: 'phone', message: halves(errors[0]?.message ?? '') } as const;
  return formView(x, portal, held, { said, fault: invalidInput(errors), status: 400, wrong });
}
