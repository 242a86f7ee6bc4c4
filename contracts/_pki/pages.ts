import type { Operation } from '../_contract.ts';
import * as data from './data.ts';

const page = { answers: { 200: 'html' }, errors: 'page', fidelity: 'ours', quiet: true } as const;
const form = {
  method: 'POST',
  answers: { 303: 'redirect' },
  errors: 'page',
  fidelity: 'ours',
  ownPages: true,
} as const;

/** For people: authorities, a person's certificates, and what one certificate says. */
export const pages = {
  home: {
    ...page,
    method: 'GET',
    path: '/',
    title: { vi: 'Trang các tổ chức chứng thực', en: 'The page of the authorities' },
    examples: [
      { title: { vi: 'Xem các tổ chức', en: 'See the authorities' }, status: 200, shows: 'ca/root.cer' },
    ],
  },
  personPage: {
    ...page,
    method: 'GET',
    path: '/people/:slug',
    title: { vi: 'Trang chứng thư số của một người', en: "The page of a person's certificates" },
    examples: [
      { title: { vi: 'Của An', en: "An's" }, params: { slug: 'an' }, status: 200, shows: 'Nguyễn Văn An' },
    ],
  },
  issue: {
    ...form,
    path: '/people/:slug/certificates',
    title: { vi: 'Cấp chứng thư số, từ trang', en: 'Issue a certificate, from the page' },
    form: data.issueForm,
  },
  certificatePage: {
    ...page,
    method: 'GET',
    path: '/certificates/:serial',
    title: { vi: 'Trang giải thích một chứng thư số', en: 'The page that explains a certificate' },
    examples: [
      {
        title: { vi: 'Giải thích chứng thư số của An', en: "Explain An's certificate" },
        after: 'certificates',
        params: { serial: '{{serial}}' },
        status: 200,
      },
    ],
  },
  changeStatus: {
    ...form,
    path: '/certificates/:serial/status',
    title: { vi: 'Thu hồi, tạm dừng, mở lại, từ trang', en: 'Revoke, suspend, release, from the page' },
    form: data.statusForm,
  },
  download: {
    ...form,
    path: '/certificates/:serial/pkcs12',
    title: { vi: 'Tải tệp PKCS#12, từ trang', en: 'Download PKCS #12, from the page' },
    form: data.exportForm,
    answers: { 200: 'bytes:application/x-pkcs12' },
  },
} as const satisfies Readonly<Record<string, Operation>>;
