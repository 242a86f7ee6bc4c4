import type { Example } from '../_contract.ts';

/** What can be asked of a portal without a person's browser. */
export const examples = {
  home: [{ title: { vi: 'Trang đầu, chưa đăng nhập', en: 'The start page, signed out' }, status: 200 }],
  backchannelLogout: [
    {
      title: { vi: 'Logout token không hợp lệ', en: 'A logout token that is not valid' },
      body: { logout_token: 'khong-phai-jwt' },
      status: 400,
    },
  ],
  services: [{ title: { vi: 'Danh sách thủ tục', en: 'The procedures' }, status: 200 }],
  launch: (MaDVC: string, MaCoQuanThucHien: string): readonly Example[] => [
    {
      title: { vi: 'Từ Cổng DVCQG tới một thủ tục', en: 'From the national portal to a procedure' },
      query: { vnconnect: '1', MaTTHCDP: `${MaDVC}.000.00.00.H99`, MaCoQuanThucHien, MaDVC },
      status: 302,
    },
    {
      title: { vi: 'Thủ tục không có ở cổng', en: 'A procedure that is not there' },
      query: { vnconnect: '1', MaTTHCDP: '9.999999.000.00.00.H99', MaCoQuanThucHien, MaDVC: '9.999999' },
      status: 404,
    },
  ],
  listServices: [{ title: { vi: 'Danh sách thủ tục', en: 'The procedures' }, status: 200 }],
  listDossiers: [{ title: { vi: 'Hồ sơ đã nộp', en: 'Submitted dossiers' }, status: 200 }],
  listAccounts: [{ title: { vi: 'Tài khoản tại cổng', en: 'Local accounts' }, status: 200 }],
} satisfies Record<string, readonly Example[] | ((...codes: string[]) => readonly Example[])>;
