import * as z from 'zod';
import type { Operation } from '../_contract.ts';

/** Whatever a browser sends; the route itself holds it against the way's fields, to say what is wrong beside each. */
const anything = z.lazy(() => z.record(z.string().max(60), z.string().max(60_000)));

const about = { errors: 'page', fidelity: 'ours' } as const;

const calendar = '2024-06-14';

/** The same six ways as pages. */
export const registrationPages = {
  registrationStart: {
    ...about,
    method: 'GET',
    path: '/registration',
    title: { vi: 'Trang chọn đối tượng và cách đăng ký', en: 'Choose who you are, and how' },
    query: anything,
    answers: { 200: 'html' },
    examples: [
      { title: { vi: 'Mở trang', en: 'Open it' }, status: 200 },
      { title: { vi: 'Doanh nghiệp', en: 'An enterprise' }, query: { kind: 'enterprise' }, status: 200 },
    ],
  },
  registrationForm: {
    ...about,
    method: 'GET',
    path: '/registration/ways/:way',
    title: { vi: 'Trang khai của một cách đăng ký', en: 'The form of a way' },
    query: anything,
    answers: { 200: 'html' },
    examples: [
      {
        title: { vi: 'Thuê bao di động, điền sẵn cho Mai', en: 'Mobile, filled in for Mai' },
        params: { way: 'mobile' },
        query: { person: 'mai' },
        status: 200,
        calendar,
      },
      {
        title: { vi: 'Không có cách này', en: 'There is no such way' },
        params: { way: 'khong-co' },
        status: 404,
      },
    ],
  },
  registrationSubmit: {
    ...about,
    method: 'POST',
    path: '/registration/ways/:way',
    title: { vi: 'Gửi trang khai', en: 'Send the form' },
    form: anything,
    answers: { 303: 'redirect' },
    examples: [
      {
        title: { vi: 'USB ký số', en: 'USB token' },
        params: { way: 'usb' },
        body: { kind: 'citizen', person: 'mai' },
        status: 303,
        calendar,
      },
    ],
  },
  registrationStep: {
    ...about,
    method: 'GET',
    path: '/registration/steps/:id',
    title: { vi: 'Trang của bước đang chờ', en: 'The page of the step that waits' },
    answers: { 200: 'html' },
  },
  registrationStepSubmit: {
    ...about,
    method: 'POST',
    path: '/registration/steps/:id',
    title: { vi: 'Gửi bước đang chờ', en: 'Send that step' },
    form: anything,
    answers: { 303: 'redirect' },
  },
  registrationDone: {
    ...about,
    method: 'GET',
    path: '/registration/done/:id',
    title: { vi: 'Trang đăng ký thành công', en: 'The account was made' },
    answers: { 200: 'html' },
  },
} as const satisfies Readonly<Record<string, Operation>>;
