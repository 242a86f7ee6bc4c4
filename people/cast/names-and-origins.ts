import { account, card, named } from './_citizen.ts';
import { ordinary } from './_ordinary.ts';
import { at } from './_places.ts';

export const un = () =>
  ordinary({
    slug: 'un',
    number: '099145000052',
    name: 'Vi Thị Ún',
    born: 1945,
    home: ['truongVinh', 'Khối 15'],
    group: 'HN3',

    without: ['cmnd'],
    also: { ethnicity: '03' },
    vi: 'Chỉ có năm sinh (1945) và chưa từng có CMND: hai ô thường bắt buộc đều phải được phép thiếu.',
    en: 'Only a year of birth (1945) and never an old card: two fields that forms demand must be allowed to miss.',
    tags: ['birth-year-only', 'birth-year-without-cmnd'],
  });

export const khanhLinh = () =>
  ordinary({
    slug: 'khanh-linh',
    number: '099303000053',
    name: 'Trần Nguyễn Hoàng Bảo Khánh Linh',
    born: '2003-07-07',
    home: ['haiChau', 'Tổ 17'],
    parents: ['Trần Hoàng Nguyên', 'Nguyễn Bảo Khánh'],
    group: 'SV4',
    vi: 'Họ tên dài sáu chữ: ô nhập, cột dữ liệu và bản in không được cắt bớt. Khóa ký là RSA 3072 bit.',
    en: 'A name of six words: no field, column or printed form may cut it. Her key is RSA of 3072 bits.',
    signer: { certificate: 'good', key: 'rsa3072' },
    tags: ['long-name', 'key-rsa3072'],
  });

export const hNhi = () =>
  ordinary({
    slug: 'h-nhi',
    number: '099193000054',
    name: named("H'Nhi", '', 'Niê'),
    born: '1993-01-16',
    home: ['buonMaThuot', 'Tổ dân phố 8'],
    also: { ethnicity: '12' },
    vi: "Tên người Ê Đê có dấu nháy (H'): không được từ chối, bỏ đi hay làm hỏng câu truy vấn; «Niê» mới là họ dù đứng sau.",
    en: "An Ê Đê name with an apostrophe (H'): never refuse it, drop it or let it break a query; Niê is the clan, though last.",
    tags: ['apostrophe-name', 'no-middle-name'],
  });

export const sen = () =>
  ordinary({
    slug: 'sen',
    number: '099151000055',
    name: 'Sen',
    born: '1951-04-14',
    home: ['ninhKieu', 'Khu vực 8'],
    group: 'HN3',
    also: { ethnicity: '05' },
    vi: 'Họ tên chỉ có một chữ: không có họ, không có chữ đệm, ô «Họ» phải được phép trống.',
    en: 'A name of a single word: no family name and no middle name; the field "family name" may be empty.',
    tags: ['single-name', 'no-middle-name'],
  });

export const sang = () =>
  ordinary({
    slug: 'sang',
    number: '099048000056',
    name: 'Ngô Văn Sang',
    born: 1948,
    home: ['caoLanh', 'Khóm 7'],
    group: 'HT3',
    insured: { birth: { date: '1948-05-10' } },
    vi: 'Dân cư chỉ có năm sinh (1948), BHXH lại có đủ ngày 10/05/1948: cùng năm, không phải là sai lệch.',
    en: 'The population database has the year 1948 alone, the insurance a whole day of it: no contradiction.',
    tags: ['birth-year-only', 'insurance-birth-more-exact'],
  });

const svayRieng = { country: 'KH', detail: 'Svay Rieng' };

export const socKha = () =>
  ordinary({
    slug: 'soc-kha',
    number: '099070000057',
    name: 'Châu Sóc Kha',
    born: '1970-11-11',
    home: ['caoLanh', 'Khóm 8'],
    group: 'HN3',

    without: ['cmnd'],
    also: {
      ethnicity: '05',
      identityCard: card({ date: '1970-11-11' }, '2024-11-20'),
      birthRegistration: svayRieng,
      origin: svayRieng,
    },
    vi: 'Từng không quốc tịch, được nhập quốc tịch Việt Nam năm 2024: là công dân nhưng nơi sinh và quê quán ở nước ngoài.',
    en: 'Once stateless, naturalised in 2024: a citizen whose place of birth and origin are abroad.',
    tags: ['naturalised'],
  });

export const david = () =>
  ordinary({
    slug: 'david',
    number: '099075000058',
    name: named('NGUYEN', '', 'DAVID'),
    born: '1975-04-17',
    home: ['leChan', 'Tổ dân phố số 4'],

    without: ['cmnd', 'identityCard', 'permanent'],
    also: {
      nationality: 'US',
      passport: { number: 'A00000058', country: 'US' },
      residenceCard: {
        kind: 'temporary',
        number: 'TR0990058',
        issuedOn: '2025-02-10',
        expiresOn: '2030-02-10',
        issuedBy: 'Cục Quản lý xuất nhập cảnh',
      },
      birthRegistration: { country: 'US', detail: 'California' },
      origin: at('leChan', 'Tổ dân phố số 4'),
      vneid: account(2, 'active', 'david@example.com'),
    },
    vi: 'Người gốc Việt quốc tịch Hoa Kỳ: quê quán ở Việt Nam nhưng là người nước ngoài, không có căn cước công dân.',
    en: 'Of Vietnamese origin with US nationality: origin in Việt Nam, yet a foreigner without an identity card.',
    tags: ['overseas-vietnamese', 'foreigner', 'residence-card', 'passport'],
  });
