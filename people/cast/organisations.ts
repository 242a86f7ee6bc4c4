import { ordinary } from './_ordinary.ts';
import { at } from './_places.ts';

export const quynh = () =>
  ordinary({
    slug: 'quynh',
    number: '099185000066',
    name: 'Phan Như Quỳnh',
    born: '1985-08-12',
    home: ['haiChau', 'Tổ 9'],
    parents: ['Phan Thế Hùng', 'Mạc Thị Vân'],
    also: {
      organisation: {
        name: 'Công ty Cổ phần Bãi Cát (thử nghiệm)',
        taxCode: '9900000136',
        enterpriseCode: '9900000136',
        address: at('haiChau', 'Tổ 12'),
        founded: '2021-05-10',
      },
    },
    vi: 'Đại diện theo pháp luật của một công ty chưa có tài khoản cổng: đăng ký được bằng USB, SIM hoặc chữ ký số từ xa đến hết 30/06/2025.',
    en: 'Represents a company that has no portal account yet: it registers by USB token, SIM or remote signature until 30 June 2025.',
    tags: ['legal-representative', 'company', 'organisation', 'tax-code', 'company-without-account'],
  });

export const tri = () =>
  ordinary({
    slug: 'tri',
    number: '099082000067',
    name: 'Bùi Đức Trí',
    born: '1982-03-17',
    home: ['hacThanh', 'Phố 4'],
    parents: ['Bùi Đức Lộc', 'Hà Thị Hiệp'],
    carrier: 'vinaphone',
    group: 'HC4',
    also: {
      civilServant: {
        agency: 'Văn phòng tiếp dân Cồn Cát (thử nghiệm)',
        agencyCode: 'H99.02',
        title: 'Chuyên viên',
      },
    },
    vi: 'Công chức chưa có tài khoản cơ quan ở cổng: đăng ký được bằng USB ký số, vào bất cứ ngày nào.',
    en: 'A civil servant whose agency account is still to be made: he registers by USB token, on any day.',
    tags: ['civil-servant', 'official', 'official-without-account'],
  });
