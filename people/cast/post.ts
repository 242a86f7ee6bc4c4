import { ordinary } from './_ordinary.ts';

export const tuan = () =>
  ordinary({
    slug: 'tuan',
    number: '099083000059',
    name: 'Hồ Anh Tuấn',
    born: '1983-10-21',
    home: ['thuanHoa', 'Tổ dân phố số 20'],
    parents: ['Hồ Viết Lương', 'Đoàn Thị Hiệp'],
    carrier: 'vinaphone',
    without: ['vneid'],
    also: { postAccount: { customerCode: 'KH0990059', phone: '0950000159', status: 'active' } },
    vi: 'Chưa có VNeID nhưng có tài khoản VNPost khớp mọi thông tin: đường đăng ký duy nhất là qua VNPost.',
    en: 'No VNeID, but a VNPost account in which everything agrees: the way to register is by VNPost.',
    tags: ['post-account-only'],
  });

export const hoa = () =>
  ordinary({
    slug: 'hoa',
    number: '099180000060',
    name: 'Lê Thị Thanh Hòa',
    born: '1980-08-30',
    home: ['tranBien', 'Khu phố 12'],
    parents: ['Lê Văn Đấu', 'Nguyễn Thị Chi'],
    also: { postAccount: { customerCode: 'KH0990060', phone: '0950000160', status: 'locked' } },
    vi: 'Tài khoản VNPost đang bị khóa: thông tin khớp nhưng không dùng để đăng ký được.',
    en: 'Her VNPost account is locked: everything agrees, yet it cannot be used to register.',
    tags: ['post-locked'],
  });

export const cong = () =>
  ordinary({
    slug: 'cong',
    number: '099077000061',
    name: 'Phạm Thành Công',
    born: '1977-04-06',
    home: ['kinhBac', 'Khu phố 3'],
    parents: ['Phạm Thành Đô', 'Trần Thị Quế'],
    carrier: 'mobifone',
    also: { postAccount: { customerCode: 'KH0990061', phone: '0950000261', status: 'active' } },
    vi: 'Tài khoản VNPost lập bằng số điện thoại cũ, nay không còn là của ông: số điện thoại không khớp.',
    en: 'His VNPost account was opened under an old phone number that is his no longer: the phone does not agree.',
    tags: ['post-other-phone'],
  });

export const thom = () =>
  ordinary({
    slug: 'thom',
    number: '099189000062',
    name: 'Đào Thị Thơm',
    born: '1989-02-17',
    home: ['xuanHuong', 'Tổ dân phố số 9'],
    parents: ['Đào Văn Nhật', 'Vũ Thị Hợi'],
    vi: 'Mọi thứ đều đúng, chỉ chưa có tài khoản VNPost: tra cứu không thấy khách hàng nào.',
    en: 'Everything is right except that she has no VNPost account: a look-up finds no customer.',
    tags: ['no-post-account'],
  });
