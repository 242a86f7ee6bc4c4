import type { Example, Text } from '../_contract.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

export const samples: readonly Example[] = [
  { title: say('Mọi tệp mẫu', 'All samples'), status: 200, shows: '"name":"valid-lt.pdf"' },
];

export const sample: readonly Example[] = [
  {
    title: say('Một tệp XML đã ký', 'A signed XML document'),
    params: { name: 'valid-t.xml' },
    takes: { document: '/document' },
    status: 200,
    shows: '"status":"valid"',
  },
  {
    title: say('Không có tệp mẫu này', 'There is no such sample'),
    params: { name: 'none.pdf' },
    status: 404,
    shows: 'unknown_sample',
  },
];

export const sampleFile: readonly Example[] = [
  {
    title: say('PDF mức B-LT', 'PDF, level B-LT'),
    params: { name: 'valid-lt.pdf' },
    status: 200,
  },
];

export const verify: readonly Example[] = [
  {
    title: say('Tệp đã ký, hợp lệ', 'A signed document that is valid'),
    after: 'sample',
    body: '{{document}}',
    status: 200,
    shows: '"status":"valid"',
  },
  {
    title: say('Tệp chưa ký', 'A document that nobody signed'),
    // <DeNghi/>
    body: 'PERlTmdoaS8+',
    status: 200,
    shows: 'not-signed',
  },
  {
    title: say('Không phải PDF, XML hay CMS', 'Neither PDF nor XML nor CMS'),
    body: 'AAAA',
    status: 200,
    shows: 'unreadable',
  },
];
