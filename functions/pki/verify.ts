import { isSample, type SampleName, samples } from '../../contracts/_pki/samples.ts';
import type { VerdictView } from '../../contracts/_pki/verify-data.ts';
import { type Answer, json, page } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { shownFileName } from '../_kit/file-name.ts';
import { fileNameOf } from '../_kit/input.ts';
import { ASSETS } from '../_kit/wire.ts';
import { publishedAt } from '../_sign/authority.ts';
import { certificateBySerial } from '../_sign/certificate.ts';

const frame = { lang: 'vi', assets: ASSETS } as const;

const hereOf = (x: Exchange): string => new URL(x.base).pathname;

/** What was sent: bytes, or a form with files. */
type Sent = Uint8Array | { file?: unknown; content?: unknown };

const chosen = (value: unknown): Uint8Array | undefined => {
  if (value instanceof Uint8Array && value.byteLength > 0) return value;
  return typeof value === 'string' && value !== '' ? Buffer.from(value) : undefined;
};

/** @throws Fault no_document */
function documentIn(sent: Sent): { file: Uint8Array; content: Uint8Array | undefined } {
  const { file, content } = sent instanceof Uint8Array ? { file: sent } : { content: undefined, ...sent };
  const bytes = chosen(file);
  if (!bytes) throw new Fault('no_document', 'no file was sent');
  return { file: bytes, content: chosen(content) };
}

async function verdictOn(x: Exchange<Sent>): Promise<VerdictView> {
  const { file, content } = documentIn(x.input);
  const [{ verifyDocument }, { contextOf }, { verdictView }] = await Promise.all([
    import('../_verify/verify-document.ts'),
    import('./verify-context.ts'),
    import('./verdict-view.ts'),
  ]);
  const verdict = await verifyDocument(file, await contextOf(x, content));
  const serial = verdict.signatures[0]?.chain[0]?.serial;
  const own = serial === undefined ? undefined : await certificateBySerial(x, serial);
  if (own) x.remarks.person = own.person;
  return verdictView(verdict);
}

const verify = async (x: Exchange<Sent>): Promise<Answer> => json(await verdictOn(x));

async function verifyPage(x: Exchange): Promise<Answer> {
  const { uploadPage } = await import('./page-verify.ts');
  return page(uploadPage({ ...frame, here: hereOf(x) }));
}

/** The upload page once more where nothing was chosen. */
async function explain(x: Exchange<Sent>): Promise<Answer> {
  try {
    const verdict = await verdictOn(x);
    const { verdictPage } = await import('./page-verdict.ts');
    const file = shownFileName('file' in x.input ? fileNameOf(x.input.file) : undefined);
    return page(verdictPage({ ...frame, here: hereOf(x), verdict, file }));
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'no_document') throw error;
    const { uploadPage } = await import('./page-verify.ts');
    return page(uploadPage({ ...frame, here: hereOf(x), isEmpty: true }), { status: 400, fault: error });
  }
}

/** @throws Fault unknown_sample */
function sampleInPath(x: Exchange): SampleName {
  const name = x.params.name ?? '';
  if (isSample(name)) return name;
  throw new Fault('unknown_sample', `there is no sample '${name.slice(0, 40)}'`);
}

async function made(x: Exchange, name: SampleName) {
  const { sampleOf } = await import('./sample.ts');
  const sample = samples[name];
  if ('person' in sample) x.remarks.person = sample.person;
  return sampleOf(x, name);
}

async function sampleFile(x: Exchange): Promise<Answer> {
  const name = sampleInPath(x);
  const { bytes, changes } = await made(x, name);
  const headers = { 'content-disposition': `attachment; filename="${name}"` };
  return { status: 200, type: 'application/octet-stream', body: bytes, headers, changes };
}

async function sample(x: Exchange): Promise<Answer> {
  const name = sampleInPath(x);
  const { title, expected } = samples[name];
  const { bytes, changes } = await made(x, name);
  return json({ name, title, expected, document: Buffer.from(bytes).toString('base64') }, { changes });
}

const listed = (x: Exchange) =>
  (Object.keys(samples) as SampleName[]).map((name) => {
    const { title, expected } = samples[name];
    return { name, title, url: `${publishedAt(x)}/samples/${name}`, expected };
  });

const sampleList = async (x: Exchange): Promise<Answer> => json({ samples: listed(x) });

async function samplesPage(x: Exchange): Promise<Answer> {
  const { samplesPage: body } = await import('./page-samples.ts');
  return page(body({ ...frame, here: hereOf(x) }));
}

/** What a signature says, and documents to try verifiers with. */
export const verifying = {
  verify,
  verifyPage,
  explain,
  sampleFile,
  sample,
  samples: sampleList,
  samplesPage,
};
