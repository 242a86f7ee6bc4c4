import * as z from 'zod';
import type { FaultKind, Operation } from '../_contract.ts';
import { both } from '../_person/primitives.ts';
import { DEMO_AP } from './settings.ts';

const wanted = z.lazy(() =>
  z.strictObject({
    AP_ID: z.string().max(200),
    AP_PWD: z.string().max(200),
    /** Under which the file is to be. */
    password: z
      .string()
      .max(64)
      .regex(/^[\x20-\x7e]{6,}$/, both('6 đến 64 ký tự ASCII', '6 to 64 characters of ASCII')),
  }),
);

/** How an AP comes by the certificate that mutual TLS asks for: a real one sends its own request for one. */
export const clientCertificate = {
  method: 'POST',
  path: '/app/client-certificate',
  title: {
    vi: 'Chứng thư máy khách của một AP, trong tệp PKCS#12',
    en: "An AP's client certificate and key, as PKCS #12",
  },
  json: wanted,
  answers: { 200: 'bytes:application/x-pkcs12' },
  errors: 'problem',
  examples: [
    {
      title: { vi: 'Chứng thư của cổng mẫu', en: "The demo portal's certificate" },
      body: { AP_ID: DEMO_AP, AP_PWD: 'demo-portal-secret', password: 'mat-khau-tep' },
      status: 200,
    },
    {
      title: { vi: 'Sai AP_PWD', en: 'A wrong AP_PWD' },
      body: { AP_ID: DEMO_AP, AP_PWD: 'sai', password: 'mat-khau-tep' },
      status: 401,
    },
  ],
  fidelity: 'ours',
  note: {
    vi: 'Mỗi lần gọi là một khóa mới, dùng được một năm; khóa không được lưu',
    en: 'Each call makes a new key, good for a year; it is not kept',
  },
} as const satisfies Operation;

/** The first two are ETSI's 104 on the SOAP ports. */
export const clientCertificateFaults = {
  client_certificate: {
    status: 500,
    title: {
      vi: 'Thiếu chứng thư máy khách của AP, hoặc chứng thư không dùng được',
      en: "The AP's client certificate is missing, or will not do",
    },
    cure: {
      vi: 'Lấy chứng thư ở {simpki}/app/client-certificate và dùng nó khi nối TLS, hoặc đặt simpki.clientCertificates: "off"',
      en: 'Get one at {simpki}/app/client-certificate and connect with it, or set simpki.clientCertificates: "off"',
    },
  },
  no_mutual_tls: {
    status: 500,
    title: {
      vi: 'Địa chỉ này không thấy được chứng thư máy khách',
      en: 'This address cannot see client certificates',
    },
    cure: {
      vi: 'Chạy hopcat start --https --mtls (trên AWS: tên miền riêng có mutual TLS), hoặc đặt simpki.clientCertificates: "off"',
      en: 'Run hopcat start --https --mtls (on AWS: a custom domain name with mutual TLS), or set simpki.clientCertificates: "off"',
    },
  },
  unknown_ap: {
    status: 401,
    title: { vi: 'AP_ID hoặc AP_PWD sai', en: 'AP_ID or AP_PWD is wrong' },
    cure: {
      vi: 'Kiểm tra với settings simpki.accounts',
      en: 'Check them against settings simpki.accounts',
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>;
