import { kin, ordinary } from './_ordinary.ts';

export const son = () =>
  ordinary({
    slug: 'son',
    number: '099078000034',
    name: 'Lâm Thái Sơn',
    born: '1978-09-09',
    home: ['caoLanh', 'Khóm 1'],
    parents: ['Lâm Văn Kỉnh', 'Nguyễn Thị Mười'],
    carrier: 'mobifone',
    insured: { status: 'revoked' },
    vi: 'Thẻ BHYT đã bị thu hồi dù ông vẫn sống và thẻ chưa hết hạn (110). Chứng thư số đã bị thu hồi vì lộ khóa.',
    en: 'His health card was revoked, though he is alive and it has not run out (110). His certificate was revoked because the key was compromised.',
    signer: { certificate: 'revoked' },
    tags: ['insurance-revoked', 'certificate-revoked'],
  });

export const truong = () =>
  ordinary({
    slug: 'truong',
    number: '099084000035',
    name: 'Đoàn Nhật Trường',
    born: '1984-12-22',
    home: ['haiChau', 'Tổ 30'],
    parents: ['Đoàn Văn Tấn', 'Huỳnh Thị Liễu'],
    group: 'QN5',
    insured: { status: 'defence' },
    vi: 'Quân nhân, thẻ BHYT do Bộ Quốc phòng quản lý: cổng giám định chỉ báo nơi quản lý (001).',
    en: 'A soldier whose health card the Ministry of Defence manages: the gateway tells no more than that (001).',
    tags: ['insurance-defence'],
  });

export const tuyet = () =>
  ordinary({
    slug: 'tuyet',
    number: '099185000036',
    name: 'Nghiêm Thị Tuyết',
    born: '1985-03-19',
    home: ['cauGiay', 'Tổ dân phố số 22'],
    parents: ['Nghiêm Xuân Thành', 'Vũ Thị Chín'],
    group: 'CA5',
    insured: { status: 'public-security' },
    vi: 'Sĩ quan công an, thẻ BHYT do Bộ Công an quản lý: cổng giám định chỉ báo nơi quản lý (002).',
    en: 'A police officer whose health card the Ministry of Public Security manages: the gateway tells no more (002).',
    tags: ['insurance-public-security'],
  });

export const giaHan = () =>
  ordinary({
    slug: 'gia-han',
    number: '099322000042',
    name: 'Đinh Gia Hân',
    born: '2022-08-15',
    home: ['ninhKieu', 'Khu vực 6'],
    parents: ['Đinh Văn Hậu', 'Trần Thu Hà'],
    group: 'TE1',

    without: ['identityCard', 'vneid', 'sim', 'insuranceCard'],
    also: {
      relatives: {
        father: kin('Đinh Văn Hậu'),
        mother: kin('Trần Thu Hà'),
        legalRepresentative: kin('Trần Thu Hà'),
      },
    },
    vi: 'Trẻ nhỏ đã có mã số BHXH nhưng chưa được cấp thẻ BHYT, đi khám bằng giấy khai sinh (130).',
    en: 'A small child who has an insurance number and no health card yet, and comes with a birth certificate (130).',
    tags: ['insurance-no-card', 'no-sim'],
  });

export const khoi = () =>
  ordinary({
    slug: 'khoi',
    number: '099200000043',
    name: 'Tăng Minh Khôi',
    born: '2000-10-01',
    home: ['tranBien', 'Khu phố 9'],
    parents: ['Tăng Văn Lợi', 'Phạm Thị Ngà'],
    carrier: 'vinaphone',
    without: ['insurance'],
    vi: 'Chưa từng tham gia BHXH, BHYT: không có mã số, tra cứu không thấy thông tin (050). Chưa có chứng thư số nào.',
    en: 'Has never been insured: no number, and a look-up finds nothing (050). Has no certificate.',
    signer: { certificate: 'none' },
    tags: ['no-insurance', 'no-certificate'],
  });
