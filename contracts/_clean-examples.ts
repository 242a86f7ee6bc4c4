import type { Example } from './_contract.ts';

const header = 'Mã tài khoản,Số định danh,Họ và tên,Ngày sinh,Đơn vị,Đã liên kết';

const csv = (title: Example['title'], line: string, shows: string, person?: string): Example => ({
  title,
  headers: { 'content-type': 'text/csv' },
  body: `${header}\r\n${line}\r\n`,
  status: 200,
  shows,
  ...(person !== undefined && { person }),
});

const row = {
  id: 'TK-1',
  number: '099090000001',
  name: 'Nguyễn Văn An',
  birth: '15/05/1990',
  unit: 'Phường Hải Châu',
};

export const accountExamples: readonly Example[] = [
  {
    title: { vi: 'Tài khoản sạch, gửi dạng JSON', en: 'A clean account, sent as JSON' },
    body: { rows: [row] },
    status: 200,
    shows: '"main":"clean"',
    person: 'an',
  },
  csv(
    { vi: 'Chưa có số định danh', en: 'No personal number' },
    'TK-2,,Trần Thị Sáu,1938,Khóm 2,',
    ',number-missing,',
  ),
  csv(
    {
      vi: 'Chỉ có CMND: kết quả nêu số định danh mà CMND dẫn đến',
      en: 'Only the old card: the result names the personal number that it leads to',
    },
    'TK-3,990000063,Võ Hữu Nghĩa,03/12/1971,Phường Hải Châu,',
    '099071000063',
    'nghia',
  ),
  csv(
    { vi: 'Số đã bị hủy, có số mới', en: 'The number was taken back; there is a new one' },
    'TK-4,099093000014,Thạch Minh Kiệt,13/04/1994,Phường Long Đức,',
    '099094000014',
    'kiet',
  ),
  csv(
    { vi: 'Excel bỏ mất số 0 ở đầu', en: 'Excel took the zero in front away' },
    'TK-5,99090000001,Nguyễn Văn An,15/05/1990,Phường Hải Châu,',
    ',number-lost-zero,',
    'an',
  ),
  {
    title: { vi: 'Tệp không có cột cần thiết', en: 'A column that is needed is missing' },
    headers: { 'content-type': 'text/csv' },
    body: 'STT;Ghi chú\r\n1;x\r\n',
    status: 400,
    shows: 'columns_missing',
  },
];
