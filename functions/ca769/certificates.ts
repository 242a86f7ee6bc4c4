import {
  type CertificateRequest,
  type NeacCertificateRequest,
  neacAuthorities,
} from '../../contracts/_ca769/data.ts';
import type { AuthorityName } from '../../contracts/_sign/authorities.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { type Certificate, chainOf } from '../_sign/certificate.ts';
import { credentialIdOf } from '../_sign/decision769.ts';
import { bearerOf, callerOf } from './caller.ts';
import { authorityIn, certificatesOf } from './subscriber.ts';

async function onWire(x: Exchange, certificate: Certificate, transaction: string | null) {
  return {
    cert_id: credentialIdOf(certificate),
    cert_data: certificate.der,
    chain_data: await chainOf(x, certificate),
    serial_number: certificate.serial.toLowerCase(),
    transaction_id: transaction,
  };
}

interface Asked {
  authority: AuthorityName;
  number: string;
  serial?: string | null | undefined;
  transaction?: string | null | undefined;
}

async function listed(x: Exchange, { authority, number, serial, transaction = null }: Asked) {
  const found = await certificatesOf(x, authority, number, serial);
  const certificates = found.map(({ certificate }) => onWire(x, certificate, transaction));
  const user_certificates = await Promise.all(certificates);
  const message =
    user_certificates.length > 0 ? 'Lấy chứng thư số thành công' : 'Thuê bao không có chứng thư số';
  return json(
    { status_code: 200, message, data: { user_certificates } },
    { changes: found.flatMap(({ changes }) => changes) },
  );
}

export function getCertificate(x: Exchange<CertificateRequest>) {
  callerOf(x);
  const { user_id: number, serial_number: serial, transaction_id: transaction } = x.input;
  return listed(x, { authority: authorityIn(x), number, serial, transaction });
}

export async function neacGetCertificate(x: Exchange<NeacCertificateRequest>) {
  await bearerOf(x);
  const { user_id: number, ca_name } = x.input;
  return listed(x, { authority: neacAuthorities[ca_name], number });
}
