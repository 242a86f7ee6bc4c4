import {
  AuthorityKeyIdentifier,
  CertificateList,
  CRLNumber,
  CRLReason,
  Extension,
  id_ce_authorityKeyIdentifier,
  id_ce_cRLNumber,
  id_ce_cRLReasons,
  KeyIdentifier,
  RevokedCertificate,
  TBSCertList,
  Time,
  Version,
} from '@peculiar/asn1-x509';
import type { AuthorityName } from '../../contracts/_sign/authorities.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { keyTypeOf, signed } from './algorithms.ts';
import { asItIs, bufferOf, octets, positive, signatureIdentifier, written } from './asn1.ts';
import { authorityOf } from './authority.ts';
import { type Status, statuses } from './certificate.ts';
import { keyHash, tbsOf } from './read-certificate.ts';

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

const extension = (extnID: string, value: object): Extension =>
  new Extension({ extnID, extnValue: octets(written(value)) });

/** RFC 5280, 5.3.1: "unspecified" is said by leaving the reason out. */
const entry = ({ serial, since, reason }: Entry): RevokedCertificate =>
  new RevokedCertificate({
    userCertificate: positive(Buffer.from(serial, 'hex')),
    revocationDate: new Time(new Date(since)),
    ...(reason && { crlEntryExtensions: [extension(id_ce_cRLReasons, new CRLReason(reason))] }),
  });

/** The authority's list of what is revoked or suspended (RFC 5280), DER. */
export async function crlOf(x: Exchange, name: AuthorityName, flaw?: CrlFlaw): Promise<Uint8Array> {
  const [authority, entries] = await Promise.all([authorityOf(x, name), entriesOf(x, name)]);
  const signer = flaw === 'stranger' ? await authorityOf(x, 'stranger') : authority;
  const { subject } = tbsOf(authority.certificate);
  const thisUpdate = flaw === 'stale' ? x.clock.now - 8 * DAY : x.clock.now;
  const signature = signatureIdentifier(keyTypeOf(signer.privateKey), 'sha256');
  const keyIdentifier = new KeyIdentifier(bufferOf(keyHash('sha1', authority.certificate)));
  const tbs = written(
    new TBSCertList({
      version: Version.v2,
      signature,
      issuer: subject,
      thisUpdate: new Time(new Date(thisUpdate)),
      nextUpdate: new Time(new Date(thisUpdate + (flaw === 'stale' ? 7 : 1) * DAY)),
      ...(entries.length > 0 && { revokedCertificates: entries.map(entry) }),
      crlExtensions: [
        extension(id_ce_authorityKeyIdentifier, new AuthorityKeyIdentifier({ keyIdentifier })),
        extension(id_ce_cRLNumber, new CRLNumber(Math.floor(thisUpdate / 1000))),
      ],
    }),
  );
  return written(
    new CertificateList({
      tbsCertList: asItIs(TBSCertList, tbs),
      signatureAlgorithm: signature,
      signature: bufferOf(signed(signer.privateKey, 'sha256', tbs)),
    }),
  );
}
