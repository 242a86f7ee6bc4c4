import type { Text } from './_contract.ts';

/** A procedure that can be asked for online, as the national portal lists it. */
export interface Procedure {
  /** Code of the online service, `n.nnnnnn`. */
  MaDVC: string;
  /** Code of the procedure as the province has it. */
  MaTTHCDP: string;
  /** Who decides. */
  MaCoQuanThucHien: string;
  name: Text;
  agency: Text;
  /** The system that takes its dossiers. */
  portal: 'portal' | 'bocongan';
}

const agencies = {
  commune: ['000.00.21.H99', 'UBND xã, phường', 'The commune'],
  economy: ['000.00.12.H99', 'Phòng Kinh tế xã, phường', 'The economic office of the commune'],
  police: ['000.00.99.H99', 'Công an xã, phường', 'The commune police'],
  provincePolice: ['000.01.99.H99', 'Phòng Cảnh sát QLHC về TTXH', 'The police for administrative matters'],
} as const;

const procedure = (
  portal: Procedure['portal'],
  MaDVC: string,
  agency: keyof typeof agencies,
  vi: string,
  en: string,
): Procedure => {
  const [MaCoQuanThucHien, agencyVi, agencyEn] = agencies[agency];
  return {
    MaDVC,
    MaTTHCDP: `${MaDVC}.000.00.00.H99`,
    MaCoQuanThucHien,
    name: { vi, en },
    agency: { vi: agencyVi, en: agencyEn },
    portal,
  };
};

/** What can be asked for. Codes have the shape of real ones; H99 is no province. */
export const procedures: readonly Procedure[] = [
  procedure('portal', '1.990001', 'commune', 'Đăng ký khai sinh', 'Register a birth'),
  procedure('portal', '1.990002', 'commune', 'Đăng ký kết hôn', 'Register a marriage'),
  procedure(
    'portal',
    '2.990003',
    'commune',
    'Cấp bản sao trích lục hộ tịch',
    'A copy from the civil register',
  ),
  procedure(
    'portal',
    '1.990004',
    'economy',
    'Đăng ký thành lập hộ kinh doanh',
    'Set up a household business',
  ),
  procedure('portal', '1.990005', 'commune', 'Hỗ trợ chi phí mai táng', 'A grant towards funeral costs'),
  procedure('bocongan', '1.990101', 'police', 'Đăng ký thường trú', 'Register a permanent residence'),
  procedure('bocongan', '1.990102', 'police', 'Đăng ký tạm trú', 'Register a temporary residence'),
  procedure('bocongan', '1.990103', 'police', 'Xác nhận thông tin về cư trú', 'A statement about residence'),
  procedure('bocongan', '2.990104', 'provincePolice', 'Cấp lại thẻ căn cước', 'A new identity card'),
];
