import * as z from 'zod';

/** What a test reads of a portal. */
const text = z.lazy(() => z.object({ vi: z.string(), en: z.string() }));

export const procedureData = z.lazy(() =>
  z.strictObject({
    MaDVC: z.string(),
    MaTTHCDP: z.string(),
    MaCoQuanThucHien: z.string(),
    name: text,
    agency: text,
    /** Leads there, as the national portal does. */
    launch: z.url(),
  }),
);

export const procedureList = z.lazy(() => z.strictObject({ services: z.array(procedureData) }));

/** Who says that a field is so. */
export const origin = z.lazy(() => z.enum(['exchange', 'vneid', 'population', 'typed']));

export type Origin = z.output<typeof origin>;

export const dossierField = z.lazy(() =>
  z.strictObject({ name: z.string(), value: z.string(), from: origin }),
);

export type DossierField = z.output<typeof dossierField>;

const optional = (wanted: RegExp, message: string) =>
  z
    .string()
    .trim()
    .refine((text) => text === '' || wanted.test(text), { error: message, abort: true });

/** What a person types into the form of a dossier, as it has to be; what is wrong is said beside the field. */
export const dossierTyped = z.lazy(() =>
  z.strictObject({
    service: z.string().max(60),
    phone: optional(
      /^\+?\d[\d .-]{7,18}$/,
      'Số điện thoại gồm các chữ số, chẳng hạn 0950000101 / A telephone number has digits only, such as 0950000101',
    ).default(''),
    email: optional(
      /^(?=.{1,100}$)[^\s@]+@[^\s@]+\.[^\s@]+$/,
      'Địa chỉ thư điện tử không đúng, chẳng hạn an@example.vn / Not an e-mail address, such as an@example.vn',
    ).default(''),
    content: z.string().trim().min(1, { error: 'Hãy ghi nội dung đề nghị / Say what you ask for' }).max(500),
  }),
);

export type DossierTyped = z.output<typeof dossierTyped>;

/** A dossier, with the names that portals send to the national portal where there are such. */
export const dossierData = z.lazy(() =>
  z.strictObject({
    MaHoSo: z.string(),
    MaDVC: z.string(),
    MaTTHCDP: z.string(),
    MaCoQuanThucHien: z.string(),
    TechID: z.string().nullable(),
    SoDinhDanh: z.string().nullable(),
    HoVaTen: z.string(),
    TaiKhoanDuocXacThucVoiVNeID: z.boolean(),
    /** Token clock. */
    submittedAt: z.iso.datetime(),
    /** The calendar's date then. */
    date: z.iso.date(),
    /** Id of the local account that it belongs to today. */
    applicant: z.string(),
    /** Id of the one that submitted it, which may have been merged since. */
    submittedBy: z.string(),
    fields: z.array(dossierField),
    content: z.string(),
  }),
);

export const dossierList = z.lazy(() => z.strictObject({ dossiers: z.array(dossierData) }));

const note = z.lazy(() =>
  z.strictObject({
    at: z.iso.datetime(),
    event: z.string(),
    /** Of `contracts/portal/linking.ts`. */
    rule: z.string().nullable(),
    detail: z.string(),
  }),
);

export const applicantData = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    kind: z.enum(['citizen', 'enterprise', 'agency']),
    /** Of an old account that the portal gave out itself. */
    username: z.string().nullable(),
    status: z.enum(['active', 'locked']),
    name: z.string(),
    number: z.string().nullable(),
    cmnd: z.string().nullable(),
    taxCode: z.string().nullable(),
    /** Who vouches for the number. */
    numberFrom: z.enum(['typed', 'exchange', 'vneid']),
    email: z.string().nullable(),
    TechIDs: z.array(z.string()),
    sub: z.string().nullable(),
    verified: z.boolean(),
    mergedInto: z.string().nullable(),
    createdAt: z.iso.datetime(),
    notes: z.array(note),
  }),
);

export const applicantList = z.lazy(() => z.strictObject({ accounts: z.array(applicantData) }));
