import { kin, ordinary } from './_ordinary.ts';

export const loan = () =>
  ordinary({
    slug: 'loan',
    number: '099183000017',
    name: 'Đinh Thị Loan',
    born: '1983-02-11',
    home: ['leChan', 'Tổ dân phố số 7'],
    parents: ['Đinh Văn Tác', 'Phạm Thị Thuận'],
    sim: { registeredUnder: 'cmnd' },
    vi: 'SIM chính chủ nhưng nhà mạng vẫn giữ số CMND 9 số: đăng ký bằng thuê bao phải bị từ chối, vì chưa gắn với số định danh.',
    en: 'Her own SIM, but the carrier still has it under the old 9-digit card: registration by phone must be refused.',
    tags: ['sim-under-cmnd'],
  });

export const duc = () =>
  ordinary({
    slug: 'duc',
    number: '099091000018',
    name: 'Trương Minh Đức',
    born: '1991-07-23',
    home: ['ninhKieu', 'Khu vực 2'],
    carrier: 'mobifone',
    sim: { registeredUnder: 'other', owner: kin('Lê Thị Kim Chi') },
    also: { maritalStatus: '2', relatives: { spouse: kin('Lê Thị Kim Chi') } },
    vi: 'SIM do vợ đứng tên: thông tin đăng ký không khớp với thông tin thuê bao của nhà mạng.',
    en: "The SIM is in his wife's name: what he enters does not agree with the carrier's subscriber.",
    tags: ['sim-other-owner', 'sim-spouse-owner'],
  });

export const thao = () =>
  ordinary({
    slug: 'thao',
    number: '099196000019',
    name: 'Phan Thị Thảo',
    born: '1996-09-05',
    home: ['haiChau', 'Tổ 21'],
    parents: ['Phan Công Lý', 'Nguyễn Thị Bé'],
    carrier: 'vinaphone',
    sim: { status: 'suspended' },
    vi: 'SIM chính chủ đang bị tạm khóa hai chiều: đúng người, nhưng thuê bao không hoạt động.',
    en: 'Her own SIM is suspended: the right person, but the subscription is not active.',
    tags: ['sim-suspended'],
  });

export const quan = () =>
  ordinary({
    slug: 'quan',
    number: '099099000020',
    name: 'Đỗ Anh Quân',
    born: '1999-03-30',
    home: ['cauGiay', 'Tổ dân phố số 18'],
    parents: ['Đỗ Anh Tú', 'Trần Thị Hồng'],
    carrier: 'vietnamobile',
    sim: { status: 'not-normalised' },
    vi: 'Thuê bao trả trước chưa chuẩn hóa thông tin: nhà mạng chưa xác nhận được chủ thuê bao là ai.',
    en: 'A prepaid SIM whose registration was never normalised: the carrier cannot confirm whose it is.',
    tags: ['sim-not-normalised'],
  });

export const vinh = () =>
  ordinary({
    slug: 'vinh',
    number: '099076000021',
    name: 'Lưu Quang Vinh',
    born: '1976-12-12',
    home: ['tranBien', 'Khu phố 2'],
    parents: ['Lưu Quang Hiển', 'Trịnh Thị Sâm'],
    sim: { status: 'cancelled' },
    vi: 'Đã hủy thuê bao nhưng các hồ sơ cũ vẫn ghi số này: số không còn thuộc về ông.',
    en: 'He cancelled his SIM, yet older records still show its number: it is his no longer.',
    tags: ['sim-cancelled'],
  });

export const nhan = () =>
  ordinary({
    slug: 'nhan',
    number: '099149000022',
    name: 'Huỳnh Thị Nhàn',
    born: '1949-06-18',
    home: ['caoLanh', 'Khóm 4'],
    group: 'GD4',
    without: ['vneid', 'sim'],
    vi: 'Không có SIM nào và không có VNeID: phải có cách làm thủ tục không cần mã xác thực qua SMS.',
    en: 'No SIM at all and no VNeID: there must be a way that needs no code by SMS.',
    tags: ['no-sim'],
  });
