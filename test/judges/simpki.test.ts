import { verify, X509Certificate } from 'node:crypto';
import { type Client, createClientAsync } from 'soap';
import { beforeAll, describe, expect, test } from 'vitest';
import { approve, arriving } from '../contract/kit/signing.ts';
import { AN, baseOf, digestInfo, newTransId, TEXT } from '../contract/kit/simpki.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';

let ws: TestWorkspace;
let client: Client;

beforeAll(async () => {
  ws = await openWorkspace();
  // Of nothing but our `?wsdl`.
  client = await createClientAsync(`${baseOf(ws)}/MSS_SignaturePort?wsdl`, { forceSoap12Headers: true });
});

const service = (name: string) => client.MSS_SignatureService[name];

/** What the library gives for a message, or throws. */
const call = (port: string, operation: string, message: object): Promise<Record<string, never>> =>
  new Promise((resolve, reject) => {
    service(port)[operation](message, (error: Error | null, result: Record<string, never>) =>
      error ? reject(error) : resolve(result),
    );
  });

const head = (attributes: object = {}, password = 'demo-portal-secret') => ({
  attributes: { MajorVersion: '1', MinorVersion: '1', ...attributes },
  AP_Info: {
    attributes: {
      AP_ID: 'http://ap.mobile-id.vn/demo-portal',
      AP_PWD: password,
      AP_TransID: newTransId(),
      Instant: '2024-11-01T08:00:00Z',
    },
  },
  MSSP_Info: { MSSP_ID: { URI: 'http://hmssp.mobile-id.vn' } },
});

const toSign = (password?: string) => ({
  MSS_SignatureReq: {
    ...head({ MessagingMode: 'synch', TimeOut: '20' }, password),
    MobileUser: { MSISDN: AN },
    DataToBeSigned: {
      attributes: { MimeType: 'application/octet-stream', Encoding: 'base64' },
      $value: digestInfo(TEXT),
    },
    DataToBeDisplayed: { attributes: { MimeType: 'text/plain', Encoding: 'UTF-8' }, $value: 'Ký hồ sơ' },
  },
});

describe('a client that the library soap makes of our WSDL', () => {
  test('finds the five services', () => {
    expect(client.describe().MSS_SignatureService).toMatchObject({
      MSS_SignaturePort: { MSS_Signature: {} },
      MSS_StatusQueryPort: { MSS_StatusQuery: {} },
      MSS_ReceiptPort: { MSS_Receipt: {} },
      MSS_ProfileQueryPort: { MSS_ProfileQuery: {} },
      MSS_RegistrationPort: { MSS_Registration: {} },
    });
  });

  test('fetches the certificate, signs, and both belong together', async () => {
    const { MSS_RegistrationResp } = await call('MSS_RegistrationPort', 'MSS_Registration', {
      MSS_RegistrationReq: { ...head(), MobileUser: { MSISDN: AN } },
    });
    const { Status, CertificateResponse } = MSS_RegistrationResp as never as {
      Status: { StatusCode: { attributes: { Value: string } } };
      CertificateResponse: { X509Certificate: string };
    };
    expect(Status.StatusCode.attributes.Value).toBe('408');
    const certificate = new X509Certificate(Buffer.from(CertificateResponse.X509Certificate, 'base64'));
    const answer = call('MSS_SignaturePort', 'MSS_Signature', toSign());
    await approve(ws, (await arriving(ws, 'an')).id, 'an');
    const { MSS_Signature } = (await answer).MSS_SignatureResp as never as {
      MSS_Signature: { Base64Signature: string };
    };
    const signature = Buffer.from(MSS_Signature.Base64Signature, 'base64');
    expect(verify('sha256', Buffer.from(TEXT), certificate.publicKey, signature)).toBe(true);
  });

  test('reads the code of a refusal, and shows what happened in both languages', async () => {
    await expect(call('MSS_SignaturePort', 'MSS_Signature', toSign('sai'))).rejects.toMatchObject({
      message: expect.stringMatching(/UNAUTHORIZED_ACCESS: .+ \/ /),
      root: {
        Envelope: {
          Body: { Fault: { Code: { Value: 'soap:Sender', Subcode: { Value: 'mss:_104' } } } },
        },
      },
    });
  });
});
