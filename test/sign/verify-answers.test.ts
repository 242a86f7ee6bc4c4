import { X509Certificate } from 'node:crypto';
import { BasicOCSPResponse, OCSPRequest, OCSPResponse, ResponseBytes } from '@peculiar/asn1-ocsp';
import { AsnConvert } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509';
import { expect, test } from 'vitest';
import { statusProof } from '../../functions/_relying/ocsp.ts';
import { signed } from '../../functions/_sign/algorithms.ts';
import { bufferOf, octets, written } from '../../functions/_sign/asn1.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { ocspAnswer } from '../../functions/_sign/ocsp.ts';
import { statusRequest } from '../../functions/_sign/ocsp-request.ts';
import { saidIn } from '../../functions/_verify/status.ts';
import { asSigner, type Certified, certified, issuerOf } from './certified.ts';
import { request } from './exchange.ts';
import { held } from './holder.ts';

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';

async function known() {
  const [own, other] = [await held('good', { key: 'p256' }), await held('good', { key: 'rsa2048' })];
  const issuer = new X509Certificate((await authorityOf(request(), 'vnpt-ca')).certificate);
  return { own: new X509Certificate(own.own), other: new X509Certificate(other.own), issuer };
}

/** The authority's answer, signed by somebody whom it has named for that. */
function answeredBy({ der, privateKey }: Certified, answer: Uint8Array): Uint8Array {
  const { responseBytes } = AsnConvert.parse(answer, OCSPResponse);
  const basic = AsnConvert.parse(responseBytes!.response.buffer, BasicOCSPResponse);
  const data = new Uint8Array(basic.tbsResponseDataRaw!);
  basic.signature = bufferOf(signed(privateKey, 'sha256', data));
  basic.signatureAlgorithm = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });
  basic.certs = [AsnConvert.parse(der, Certificate)];
  const { responseType } = responseBytes!;
  const bytes = new ResponseBytes({ responseType, response: octets(written(basic)) });
  return written(new OCSPResponse({ responseBytes: bytes }));
}

test.each([
  ['is believed while their certificate is valid', -9, 9, ['good']],
  ['is not when it has expired', -9, -3, []],
  ['nor before it is valid', 3, 9, []],
] as const)('an answer of whom the authority has named %s', async (_, from, to, says) => {
  const { own, issuer } = await known();
  const by = await issuerOf('vnpt-ca');
  const responder = await certified({ name: 'OCSP', by, from, to, extensions: asSigner(OCSP_SIGNING) });
  const genuine = await ocspAnswer(request(), 'vnpt-ca', statusRequest(issuer.raw, own.serialNumber));
  const found = saidIn({ ocsp: [answeredBy(responder, genuine)] }, own, issuer, 'document');
  expect(found.map((each) => each.says)).toEqual(says);
});

/** A portal asks; the authority is asked by somebody between them, who may ask otherwise, or at another time. */
async function asked(change: (question: OCSPRequest, other: X509Certificate) => void, now = Date.now()) {
  const { own, other, issuer } = await known();
  const x = request();
  const fetch = async (_: string, { body }: { body: Uint8Array }) => {
    const question = AsnConvert.parse(body, OCSPRequest);
    change(question, other);
    return new Response(new Uint8Array(await ocspAnswer(request(now), 'vnpt-ca', written(question))));
  };
  Object.assign(x, { deps: Object.assign(x.deps, { fetch }) });
  return statusProof(x, own, issuer);
}

test('a portal believes an answer about the certificate that it asked for, at this time', async () => {
  await expect(asked(() => undefined)).resolves.toBeInstanceOf(Uint8Array);
});

test('and none about another certificate, or of the future', async () => {
  const another = asked(({ tbsRequest: { requestList } }, { serialNumber }) => {
    requestList[0]!.reqCert.serialNumber = bufferOf(Buffer.from(serialNumber, 'hex'));
  });
  await expect(another).rejects.toThrow('about another certificate');
  await expect(asked(() => undefined, Date.now() + 3_600_000)).rejects.toThrow('of the future');
});
