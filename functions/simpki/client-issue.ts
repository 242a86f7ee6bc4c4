import { authorities } from '../../contracts/_sign/authorities.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { authorityOf } from '../_sign/authority.ts';
import { clientCertificate as certificateOf } from '../_sign/client-x509.ts';
import { newKey } from '../_sign/keys.ts';
import { pkcs12Of } from '../_sign/pkcs12.ts';
import { accountOf } from './caller.ts';
import { AP_AUTHORITY } from './client-certificate.ts';

const DAY = 86_400_000;

/** Certificates have whole seconds; a year, from yesterday on. */
function validity(now: number) {
  const from = Math.floor(now / 1000) * 1000 - DAY;
  return { notBefore: new Date(from), notAfter: new Date(from + 366 * DAY) };
}

/** A new key with its certificate for an AP that shows its password. */
export async function clientCertificate(
  x: Exchange<{ AP_ID: string; AP_PWD: string; password: string }>,
): Promise<Answer> {
  const { AP_ID: apId, AP_PWD: password, password: ofFile } = x.input;
  const { account, right } = accountOf(x, { apId, password });
  if (!account || !right) throw new Fault('unknown_ap', 'AP_ID and AP_PWD do not belong together');
  x.remarks.client = apId;
  const issuer = await authorityOf(x, AP_AUTHORITY);
  const root = await authorityOf(x, authorities[AP_AUTHORITY].parent as 'root');
  const pkcs8 = await newKey('p256');
  const serial = `5A${Buffer.from(x.deps.random(15)).toString('hex').toUpperCase()}`;
  const { name } = account;
  const der = await certificateOf({ issuer, name, uri: apId, serial, pkcs8, ...validity(x.clock.now) });
  const certificates = [der, issuer.certificate, root.certificate];
  const body = await pkcs12Of({ name, key: Buffer.from(pkcs8, 'base64'), certificates }, ofFile);
  return {
    status: 200,
    type: 'application/x-pkcs12',
    body,
    headers: { 'content-disposition': 'attachment; filename="client.p12"' },
  };
}
