import { authorities } from '../../contracts/_sign/authorities.ts';
import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { type Certificate, certificateBySerial } from '../_sign/certificate.ts';
import { type Dialogue, idOf, openDialogues } from './dialogue.ts';

/** A dialogue with the certificates that it offers. */
export interface OpenView {
  id: string;
  dialogue: Dialogue;
  certificates: readonly Certificate[];
}

/** What waits for a person, oldest first. */
export async function openViews(x: Exchange, person: Person): Promise<OpenView[]> {
  const held = await openDialogues(x, person);
  return Promise.all(
    held.map(async (each) => {
      const found = await Promise.all(each.value.serials.map((serial) => certificateBySerial(x, serial)));
      const certificates = found.filter((certificate) => certificate !== undefined);
      return { id: idOf(each), dialogue: each.value, certificates };
    }),
  );
}

const iso = (ms: number): string => new Date(ms).toISOString();

const certificateView = ({ serial, name, authority, notAfter }: Certificate) => ({
  serial,
  name,
  authority: authorities[authority].title,
  notAfter: iso(notAfter),
});

/** As the API tells it. */
export const dialogueView = ({ id, dialogue, certificates }: OpenView) => {
  const { plugin, asks, pin, documents, until } = dialogue;
  return {
    id,
    plugin,
    function: dialogue.function,
    asks,
    pin,
    documents,
    certificates: certificates.map(certificateView),
    expiresAt: iso(until),
  };
};
