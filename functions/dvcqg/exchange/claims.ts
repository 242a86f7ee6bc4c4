import type { ClaimName } from '../../../contracts/_dvcqg/exchange-claims.ts';
import type { Address, Person } from '../../../contracts/person.ts';
import type { Holder, Telling } from '../../_oidc/profile.ts';
import { type Account, numberOf } from '../account.ts';

/** An account, which signs in under its TechID. */
export interface AccountHolder extends Holder {
  account: Account;
  /** What the population register has under the account's number, once it has confirmed that. */
  citizen: Person | undefined;
}

type Claims = Partial<Record<ClaimName, string | number | null>>;

const kinds = { citizen: '1', enterprise: '2', agency: '3' } as const;
const genders = { male: 1, female: 2 } as const;

/** The number that the population register has confirmed; undefined: none is known, or only by the holder's word. */
export function confirmedNumber(account: Account): string | undefined {
  const { state } = account;
  const stands = state.at === 'stopped' ? state.was : state.at;
  return ['verified', 'prompted', 'linked', 'unlinked'].includes(stands) ? numberOf(account) : undefined;
}

/** On one line, from the house to the province; the three levels that stood until 01/07/2025 where that is wanted. */
function lineOf(address: Address | undefined, stale: boolean): string | undefined {
  if (!address) return undefined;
  const { detail } = address;
  const { ward, district, province } = (stale && address.beforeMerger) || address;
  return [detail, ward?.name, district?.name, province?.name].filter(Boolean).join(', ');
}

/** What only the population register knows. */
function fromRegister(citizen: Person, stale: boolean): Claims {
  const { relatives } = citizen;
  return {
    SoCMND: citizen.cmnd,
    HoChieu: citizen.passport?.number,
    MaBHXH: citizen.insurance?.number,
    GioiTinh: genders[citizen.gender],
    TinhTrangHonNhan: Number(citizen.maritalStatus),
    DanToc: citizen.ethnicity,
    TonGiao: citizen.religion,
    NhomMau: citizen.bloodType,
    QuocTich: citizen.nationality,
    NoiDangKyKhaiSinh: lineOf(citizen.birthRegistration, stale),
    QueQuan: lineOf(citizen.origin, stale),
    ThuongTru: lineOf(citizen.permanent, stale),
    NoiOHienNay: lineOf(citizen.current ?? citizen.permanent, stale),
    Cha: relatives.father?.name.full,
    Me: relatives.mother?.name.full,
    VoChong: relatives.spouse?.name.full,
    NguoiDaiDien: relatives.legalRepresentative?.name.full,
    ChuHo: relatives.householdHead?.name.full,
    ...(stale && citizen.formerNames?.[0] && { HoVaTen: citizen.formerNames[0].full }),
  } as Claims;
}

/** Whoever signs in for an enterprise is its representative. */
const ofOrganisation = ({ organisation, name }: Account): Claims =>
  organisation
    ? {
        MaSoThue: organisation.taxCode,
        MaSoDoanhNghiep: organisation.enterpriseCode,
        TenDoanhNghiep: organisation.name,
        DiaChi: organisation.address,
        NguoiDaiDien: name,
      }
    : {};

function withoutKeys({ SoDinhDanh: _number, SoCMND: _card, ...claims }: Claims): Claims {
  return claims;
}

/** Everything that the exchange tells of an account. */
export function claimsOf({ account, citizen }: AccountHolder, { acr, failure }: Telling): Claims {
  const number = confirmedNumber(account);
  const claims: Claims = {
    LoaiTaiKhoan: kinds[account.kind],
    ...(failure !== 'no-tech-id' && { TechID: account.techId }),
    ...(number !== undefined && { SoDinhDanh: number }),
    SoCMND: account.cmnd ?? '',
    HoVaTen: account.name,
    ...(account.birth !== null && { NgayThangNamSinh: account.birth.replaceAll('-', '') }),
    ThuDienTu: account.email ?? null,
    ...(account.phone !== undefined && { SoDienThoai: account.phone }),
    TrangThai: account.status === 'active' && account.state.at !== 'stopped' ? '1' : '0',
    loAs: acr,
    ...(citizen && known(fromRegister(citizen, failure === 'stale-data'))),
    ...ofOrganisation(account),
  };
  return failure === 'no-number' ? withoutKeys(claims) : claims;
}

const known = (claims: Claims): Claims =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
