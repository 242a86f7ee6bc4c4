import { createHash } from 'node:crypto';
import type { Exchange } from '../_kit/exchange.ts';
import { maskNumbers } from '../_kit/mask.ts';
import type { Certificate } from '../_sign/certificate.ts';
import type { DialogueDocument } from './dialogue.ts';
import { type DocumentKind, kindOf, signedDocument } from './documents.ts';
import { type Access, download, type Taken, upload } from './files.ts';
import { Unable } from './job.ts';
import { type FileAsked, type FilesAsked, filesAsked } from './vgca-file-request.ts';
import { done, type PluginFunction, refuse } from './vgca-says.ts';

/** What a function signs, and what it writes into the signature. */
export interface How {
  kinds: readonly DocumentKind[];
  reason(asked: FilesAsked): string;
}

interface Fetched extends FileAsked {
  content: Buffer;
  kind: DocumentKind;
}

const digestOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

export async function fetched(
  x: Exchange,
  file: FileAsked,
  access: Access,
  { kinds }: How,
): Promise<Fetched> {
  const content = await download(x, file.url, access);
  const kind = kindOf(content);
  if (kind === undefined || !kinds.includes(kind))
    throw new Unable('bad-document', `no ${kinds.join(' or ')}`);
  return { ...file, content, kind };
}

/** As the server took it. */
export type Handed = Taken & { name: string };

const types = { pdf: 'application/pdf', xml: 'text/xml' } as const;

/** `don.pdf` becomes `don.signed.pdf`. */
const signedName = ({ name, kind }: Fetched): string =>
  `${name.replace(/\.[a-z\d]{1,5}$/i, '')}.signed.${kind}`;

/** Signs one document and hands it in. @throws Unable */
export async function signedAndTaken(
  x: Exchange,
  certificate: Certificate,
  file: Fetched,
  asked: FilesAsked,
  how: How,
): Promise<Handed> {
  const { content: document, kind } = file;
  const content = await signedDocument(x, certificate, { document, kind, reason: how.reason(asked) });
  const name = signedName(file);
  const taken = await upload(x, asked.handler, asked.access, {
    name,
    content,
    type: types[kind],
    meta: asked.meta,
  });
  return { ...taken, name: taken.fileName ?? name };
}

export const shownAs = (x: Exchange, { name, content }: Fetched): DialogueDocument => ({
  name: maskNumbers(name, x.isOurs),
  hash: 'sha256',
  digest: digestOf(content),
});

export function refuseChanged({ content }: Fetched, shown: readonly DialogueDocument[] | undefined): void {
  if (shown && !shown.some(({ digest }) => digest === digestOf(content)))
    throw new Unable('changed', 'the address now has another document');
}

/** What is done once, however often it is asked for. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Of one document: it is fetched, signed, handed in. */
export const signsOne =
  (how: How): PluginFunction =>
  (x, sent, name) => {
    const asked = filesAsked(sent.fields);
    const [file] = asked?.files ?? [];
    if (!asked || !file) return refuse('bad-message');
    const get = once(() => fetched(x, file, asked.access, how));
    return {
      plugin: 'vgca',
      function: name,
      pin: true,
      documents: async () => [shownAs(x, await get())],
      finish: async (certificate, _all, shown) => {
        const found = await get();
        refuseChanged(found, shown);
        const taken = await signedAndTaken(x, certificate, found, asked, how);
        return done({
          FileName: taken.name,
          FileServer: taken.fileServer,
          DocumentNumber: asked.number,
          DocumentDate: asked.date,
          CertBase64: certificate.der,
        });
      },
      refuse,
    };
  };
