import type { Text } from '../../../contracts/_contract.ts';
import type { DossierField, Origin } from '../../../contracts/_portal/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';

/** What the fields of a dossier are called. */
export const labels: Readonly<Record<string, Text>> = {
  HoVaTen: { vi: 'Họ và tên', en: 'Full name' },
  SoDinhDanh: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  SoCMND: { vi: 'Số CMND', en: 'Old card' },
  MaSoThue: { vi: 'Mã số thuế', en: 'Tax code' },
  NgayThangNamSinh: { vi: 'Ngày sinh', en: 'Date of birth' },
  TechID: { vi: 'Khóa liên kết', en: 'Linking key' },
  GioiTinh: { vi: 'Giới tính', en: 'Gender' },
  ThuongTru: { vi: 'Nơi thường trú', en: 'Permanent residence' },
  NoiOHienTai: { vi: 'Nơi ở hiện tại', en: 'Present residence' },
  SoDienThoai: { vi: 'Số điện thoại', en: 'Phone number' },
  ThuDienTu: { vi: 'Thư điện tử', en: 'Email' },
};

/** Who says that a field is so, as people call it. */
export const origins: Readonly<Record<Origin, Text>> = {
  exchange: { vi: 'từ Cổng DVCQG', en: 'national portal' },
  vneid: { vi: 'từ VNeID', en: 'VNeID' },
  population: { vi: 'từ CSDL dân cư', en: 'population database' },
  typed: { vi: 'người nộp ghi', en: 'typed' },
};

/** `1990-05-15` as people write it here. */
export const shownDay = (value: string): string => value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');

/** What is filled in, each with where it came from. */
export const filledFields = (fields: readonly DossierField[], lang: Lang): Content =>
  html`<dl class="key-value">${fields.map(
    ({ name, value, from }) => html`<div>
      <dt>${say(labels[name] ?? { vi: name, en: name }, lang)} <code class="wire">${name}</code></dt>
      <dd><span data-testid="field-${name}">${shownDay(value)}</span> <span class="origin ${from}" data-testid="from-${name}">${say(origins[from], lang)}</span></dd>
    </div>`,
  )}</dl>`;
