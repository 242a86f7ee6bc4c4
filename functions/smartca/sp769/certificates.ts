import { X509Certificate } from 'node:crypto';
import type { CertificateRequest } from '../../../contracts/_smartca/sp769-data.ts';
import { json } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { type Certificate, chainOf, type Standing, standingOf } from '../../_sign/certificate.ts';
import { credentialIdOf } from '../../_sign/decision769.ts';
import { providerOf } from '../applications.ts';
import { certificateFor, isSerial, subscriberOf } from '../subscriber.ts';

const states: Readonly<Record<Standing, string>> = {
  good: 'Đang hoạt động',
  expired: 'Hết hạn',
  'not-yet-valid': 'Chưa có hiệu lực',
  revoked: 'Đã thu hồi',
  suspended: 'Tạm dừng',
};

const second = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

async function onWire(x: Exchange, certificate: Certificate, transaction: string | null) {
  const seal = certificate.kind === 'enterprise';
  const [ca_cert = null, root_cert = null] = await chainOf(x, certificate);
  const { subject } = new X509Certificate(Buffer.from(certificate.der, 'base64'));
  return {
    service_type: seal ? 'ESEAL' : 'SMARTCA',
    service_name: seal ? 'ESEAL' : 'SMARTCA PERSONAL PRO',
    cert_id: credentialIdOf(certificate),
    cert_status: states[await standingOf(x, certificate)],
    serial_number: certificate.serial.toLowerCase(),
    cert_subject: subject.split('\n').join(','),
    cert_valid_from: second(certificate.notBefore),
    cert_valid_to: second(certificate.notAfter),
    cert_data: certificate.der,
    chain_data: { ca_cert, root_cert },
    transaction_id: transaction,
  };
}

export async function getCertificate(x: Exchange<CertificateRequest>) {
  providerOf(x);
  const { user_id, serial_number: serial, transaction_id: transaction = null } = x.input;
  const found = await certificateFor(x, await subscriberOf(x, user_id));
  const isAsked = found && (!serial || isSerial(found.certificate, serial));
  const user_certificates = isAsked ? [await onWire(x, found.certificate, transaction)] : [];
  const body = { status_code: 200, message: 'Success', data: { user_certificates } };
  return json(body, { changes: found?.changes ?? [] });
}
