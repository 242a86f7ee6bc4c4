import * as z from 'zod';
import { type Contract, defineContract } from '../../../contracts/_contract.ts';
import { contractPage } from '../../../functions/_kit/contract-page/page.ts';
import type { Samples } from './world.ts';

const fields = 'họ tên giới sinh quê chỗ ở dân tộc cha mẹ vợ chồng con số cũ mới loại ngày cấp nơi hạn'.split(
  ' ',
);

const texts = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, z.string()]));

/** What comes twice, so that the page shows it once. */
const relative = z.strictObject(texts(fields.slice(0, 12)));

/** A register that is nobody's, with one of everything that the page can show. */
const sample = defineContract({
  name: 'sample',
  title: { vi: 'Cơ sở dữ liệu mẫu', en: 'A sample register' },
  parts: {
    digest: { fidelity: 'L', note: { vi: 'Thứ tự các phần là suy đoán', en: 'The order is inferred' } },
  },
  faults: {
    not_on_file: {
      status: 404,
      title: { vi: 'Không có trong cơ sở dữ liệu', en: 'Not on file' },
      cure: { vi: 'Kiểm tra lại số', en: 'Check the number' },
    },
  },
  operations: {
    lookUp: {
      method: 'POST',
      path: '/people/:number',
      title: { vi: 'Tra cứu một người', en: 'Look a person up' },
      json: z.lazy(() => z.strictObject({ name: z.string().max(200), born: z.iso.date().optional() })),
      answers: {
        200: z.lazy(() => z.strictObject({ ...texts(fields), father: relative, mother: relative })),
        204: 'empty',
      },
      errors: 'problem',
      fails: { 'stale-data': { title: { vi: 'Dữ liệu cũ', en: 'Stale data' } } },
      examples: [
        {
          title: { vi: 'An', en: 'An' },
          params: { number: '099090000001' },
          body: { name: 'Nguyễn Văn An' },
          status: 200,
        },
        {
          title: { vi: 'Không có ai', en: 'Nobody' },
          params: { number: '099000000000' },
          body: { name: '' },
          status: 404,
        },
      ],
      fidelity: 'M',
      note: { vi: 'Theo một nguồn', en: 'From one source' },
      keyed: true,
    },
    page: {
      method: 'GET',
      path: '/',
      title: { vi: 'Trang đầu', en: 'Start page' },
      answers: { 200: 'html' },
      errors: 'page',
      fidelity: 'ours',
    },
  },
});

const shown = (lang: 'vi' | 'en', contract: Contract = sample, asked?: string) =>
  contractPage(
    { contract },
    `http://localhost:4100/default/${contract.name}`,
    { lang, assets: '/assets' },
    asked,
  );

/** One that is too large to come as a whole. */
const large: Contract = {
  ...sample,
  operations: Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`lookUp${at}`, sample.operations.lookUp] as const),
  ),
};

const both = async (contract?: Contract, asked?: string) => ({
  vi: await shown('vi', contract, asked),
  en: await shown('en', contract, asked),
});
const pages = await both();
const largePages = await both(large);
const operationPages = await both(large, 'lookUp7');

export const contractPages: Samples = {
  contract: ({ lang }) => pages[lang],
  'contract-large': ({ lang }) => largePages[lang],
  'contract-operation': ({ lang }) => operationPages[lang],
};
