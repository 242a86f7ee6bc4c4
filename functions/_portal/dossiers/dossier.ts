import type { DossierField } from '../../../contracts/_portal/data.ts';
import type { Procedure } from '../../../contracts/_procedures.ts';
import type { Applicant, Identity } from '../linking/applicant.ts';

/** A dossier, as it was submitted. */
export interface Dossier {
  code: string;
  service: string;
  procedure: string;
  agency: string;
  /** Account of the national portal under which it was submitted; null: VNeID without one. */
  techId: string | null;
  number: string | null;
  name: string;
  /** The synchronisation's `TaiKhoanDuocXacThucVoiVNeID`. */
  byVneid: boolean;
  /** ISO 8601, token clock. */
  submittedAt: string;
  /** The calendar's date then. */
  date: string;
  /** Id of the local account that submitted it. */
  applicant: string;
  fields: readonly DossierField[];
  content: string;
}

/** `000.00.99.H99-240627-12345`: agency, day, and a number. */
export const codeOf = ({ MaCoQuanThucHien }: Procedure, today: string, number: number): string =>
  `${MaCoQuanThucHien}-${today.slice(2).replaceAll('-', '')}-${String(number % 100_000).padStart(5, '0')}`;

/**
 * What the form is filled in with, and who says so: what VNeID or the exchange sent, then what the population register
 * added. None of it is taken from the browser.
 */
export function filledIn(identity: Identity, { register, verified }: Applicant): DossierField[] {
  const { provider, number, cmnd, taxCode, techId, name, birth } = identity;
  const signedIn = { SoDinhDanh: number, SoCMND: number === undefined ? cmnd : undefined, MaSoThue: taxCode };
  const own = { HoVaTen: name, ...signedIn, NgayThangNamSinh: birth, TechID: techId };
  const added = verified
    ? { GioiTinh: register.gender, ThuongTru: register.permanent, NoiOHienTai: register.current }
    : {};
  const fields = (from: DossierField['from'], all: Readonly<Record<string, string | undefined>>) =>
    Object.entries(all).flatMap(([field, value]) =>
      value === undefined ? [] : [{ name: field, value, from }],
    );
  return [...fields(provider, own), ...fields('population', added)];
}

/** Contact data: as it came with the sign-in, or as the person typed another. */
export const contactFields = (
  { provider, phone = '', email = '' }: Identity,
  typed: { phone: string; email: string },
): DossierField[] =>
  [
    { name: 'SoDienThoai', value: typed.phone, from: typed.phone === phone ? provider : ('typed' as const) },
    { name: 'ThuDienTu', value: typed.email, from: typed.email === email ? provider : ('typed' as const) },
  ].filter(({ value }) => value !== '');
