import type { AuthorityName } from '../../contracts/_sign/authorities.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { keyTypeOf, signatureAlgorithm, signed } from './algorithms.ts';
import { authorityOf } from './authority.ts';
import { type Status, statuses } from './certificate.ts';
import { bits, enumerated, integer, octets, oid, sequence, tag, tagged, time } from './der.ts';
import { readCertificate } from './read-certificate.ts';

const DAY = 86_400_000;

/** How a list can be wrong. `stale`: its next one is overdue. `stranger`: another authority signed it. */
export type CrlFlaw = 'stale' | 'stranger';

interface Entry extends Status {
  serial: string;
}

/** Everything that the authority has taken back or suspended so far, by the token clock. */
async function entriesOf(x: Exchange, authority: AuthorityName): Promise<Entry[]> {
  const own = `${authority},`;
  const all = await x.list(statuses, { after: own });
  return all
    .filter(
      ({ key, value }) => key[3].startsWith(own) && value.at !== 'released' && value.since <= x.clock.now,
    )
    .map(({ key, value }) => ({ ...value, serial: key[3].slice(own.length) }));
}

/** RFC 5280, 5.3.1: "unspecified" is said by leaving the reason out. */
const entry = ({ serial, since, reason }: Entry): Uint8Array =>
  sequence(
    integer(Buffer.from(serial, 'hex')),
    time(since),
    ...(reason ? [sequence(sequence(oid('2.5.29.21'), octets(enumerated(reason))))] : []),
  );

/** The authority's list of what is revoked or suspended (RFC 5280), DER. */
export async function crlOf(x: Exchange, name: AuthorityName, flaw?: CrlFlaw): Promise<Uint8Array> {
  const [authority, entries] = await Promise.all([authorityOf(x, name), entriesOf(x, name)]);
  const signer = flaw === 'stranger' ? await authorityOf(x, 'stranger') : authority;
  const { subject, keyHash } = readCertificate(authority.certificate);
  const thisUpdate = flaw === 'stale' ? x.clock.now - 8 * DAY : x.clock.now;
  const algorithm = signatureAlgorithm(keyTypeOf(signer.privateKey), 'sha256');
  const extensions = sequence(
    sequence(oid('2.5.29.35'), octets(sequence(tag(0, keyHash('sha1'))))),
    sequence(oid('2.5.29.20'), octets(integer(Math.floor(thisUpdate / 1000)))),
  );
  const list = sequence(
    integer(1),
    algorithm,
    subject,
    time(thisUpdate),
    time(thisUpdate + (flaw === 'stale' ? 7 : 1) * DAY),
    ...(entries.length > 0 ? [sequence(...entries.map(entry))] : []),
    tagged(0, extensions),
  );
  return sequence(list, algorithm, bits(signed(signer.privateKey, 'sha256', list)));
}
