import type { VgcaReply } from '../../contracts/_usbtoken/data.ts';
import { Unable } from './job.ts';
import { fetched, type Handed, type How, once, refuseChanged, shownAs, signedAndTaken } from './vgca-file.ts';
import { type FileAsked, filesAsked } from './vgca-file-request.ts';
import { done, type PluginFunction, refuse, statuses } from './vgca-says.ts';

type FileReply = NonNullable<VgcaReply['Files']>[number];

/** Each on its own: one that fails leaves the others done. */
async function orUnable<T>(make: () => Promise<T>): Promise<T | Unable> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof Unable) return error;
    throw error;
  }
}

const replyOf = ({ id, given, url }: FileAsked, told: Handed | Unable): FileReply => ({
  FileID: id,
  FileName: given,
  URL: url,
  ...(told instanceof Unable
    ? { Status: statuses[told.trouble], Message: told.message, FileSignedURL: '' }
    : { Status: 0, Message: '', FileSignedURL: told.fileServer }),
});

/** Of several, with one PIN. */
export const signsAll =
  (how: How): PluginFunction =>
  (x, sent, name) => {
    const asked = filesAsked(sent.fields);
    if (!asked) return refuse('bad-message');
    const get = once(async () => {
      const all = await Promise.all(
        asked.files.map((file) => orUnable(() => fetched(x, file, asked.access, how))),
      );
      if (all.every((each) => each instanceof Unable)) throw all[0];
      return all;
    });
    return {
      plugin: 'vgca',
      function: name,
      pin: true,
      documents: async () =>
        (await get()).flatMap((each) => (each instanceof Unable ? [] : [shownAs(x, each)])),
      finish: async (certificate, _all, shown) => {
        const Files: FileReply[] = [];
        for (const [at, found] of (await get()).entries()) {
          const told = await orUnable(async () => {
            if (found instanceof Unable) throw found;
            refuseChanged(found, shown);
            return signedAndTaken(x, certificate, found, asked, how);
          });
          Files.push(replyOf(asked.files[at]!, told));
        }
        const count = Files.filter(({ Status }) => Status === 0).length;
        return done({ Message: `Đã ký ${count}/${Files.length} tệp`, Files, CertBase64: certificate.der });
      },
      refuse,
    };
  };
