import { type Content, html } from '../../../functions/_kit/page/html.ts';
import { faultPage, heading, json, notice, table } from '../../../functions/_kit/page/parts.ts';
import { type Frame, shell } from '../../../functions/_kit/page.ts';
import type { Samples } from './world.ts';

const partsPage = ({ lang, assets }: Frame): Content => {
  const title = { vi: 'Nhật ký', en: 'Journal' };
  const head = [
    { vi: 'Lúc', en: 'Time' },
    { vi: 'Thao tác', en: 'Operation' },
    { vi: 'Trạng thái', en: 'Status' },
  ];
  const rows = [
    ['09:14', html`<code>POST /default/vneid/token</code>`, 200],
    ['09:13', html`<code>GET /default/vneid/auth?client_id=demo-portal&amp;scope=openid</code>`, 302],
  ];
  const empty = { vi: 'Chưa có gì.', en: 'Nothing yet.' };
  const body = html`<section class="paper">${heading(title, lang)}
    ${notice({ kind: 'info', title: empty, id: 'info' }, lang)}
    ${table({ caption: title, head, rows, lang })}${table({ caption: empty, head, rows: [], empty, lang, testid: 'empty-table' })}
    ${json({ status: 'ok', list: [1, 2] }, 'raw')}</section>`;
  return shell({ lang, assets, title, body, wide: true });
};

export const kit: Samples = {
  parts: partsPage,
  fault: (frame) =>
    faultPage({
      ...frame,
      title: { vi: 'Không tìm thấy workspace', en: 'No such workspace' },
      cure: {
        vi: 'Kiểm tra địa chỉ, hoặc tạo workspace mới.',
        en: 'Check the address, or create a workspace.',
      },
      detail: 'unknown_workspace: ci-4711',
    }),
  'fault-fields': (frame) =>
    faultPage({
      ...frame,
      system: { vi: 'Cổng dịch vụ mẫu', en: 'Reference portal' },
      title: { vi: 'Dữ liệu gửi lên không hợp lệ', en: 'The input is not valid' },
      cure: { vi: 'Sửa những chỗ được nêu rồi gửi lại', en: 'Mend what is named and send it again' },
      errors: [
        { path: 'MaCoQuanThucHien', message: 'Thiếu trường này / This field is missing' },
        { path: 'email', message: 'Tối đa 100 ký tự / At most 100 characters' },
      ],
      detail: 'invalid_input: MaCoQuanThucHien: This field is missing',
      back: {
        url: '/portal/',
        label: { vi: 'Về trang đầu: Cổng dịch vụ mẫu', en: 'To the first page: Reference portal' },
      },
    }),
};
