import type { Text } from '../_contract.ts';
import { authorities } from '../_sign/authorities.ts';
import type { AccountKind } from './account.ts';

/** The six ways; what an officer or VNeID makes comes about elsewhere. */
export type Way = 'mobile' | 'insurance' | 'post' | 'sim' | 'usb' | 'remote';

/** Authorities that sign remotely, as their addresses by Decision 769 name them; the first one unless told. */
export const remoteAuthorities = [
  ...(['vnpt-ca', 'viettel-ca', 'bkav-ca', 'fpt-ca'] as const),
  ...(['ca2', 'misa-ca', 'trust-ca'] as const),
] as const;

/** To choose from on a page. */
export const authorityOptions = remoteAuthorities.map((value) => {
  const name = authorities[value].title.en.replace(' (sandbox)', '');
  return { value, label: { vi: name, en: name } };
});

/** One thing that the person writes. */
export interface WayField {
  /** On the wire and on the page. */
  name: string;
  label: Text;
  hint?: Text;
  /** How a browser may help. */
  autocomplete: string;
  numeric?: true;
  optional?: true;
  /** One of these, the first unless chosen. */
  options?: readonly { value: string; label: Text }[];
}

/** What a way asks, whom it asks about it, and how it goes on: pages, JSON and tests are made from it. */
export interface WayOfRegistering {
  title: Text;
  lead: Text;
  /** Who may come this way. */
  kinds: readonly AccountKind[];
  fields: readonly WayField[];
  /** The system whose word counts; `signature`: a provider of digital signatures. */
  asks: 'telecom' | 'insurance' | 'post' | 'signature';
  /** What follows on the form, in order. */
  steps: readonly ('code' | 'password' | 'signature' | 'check' | 'confirm')[];
  /** Whether the page shows a "Mã xác thực" to be typed. */
  captcha?: true;
}

const number: WayField = {
  name: 'number',
  label: { vi: 'Số CCCD', en: 'Personal number' },
  hint: { vi: '12 chữ số; trong hộp cát bắt đầu bằng 099', en: 'Twelve digits; in the sandbox 099 first' },
  autocomplete: 'off',
  numeric: true,
};

const paper: WayField = {
  ...number,
  label: { vi: 'Số CMT/CCCD', en: 'Identity card or personal number' },
  hint: { vi: '12 chữ số, hoặc 9 chữ số của CMND cũ', en: 'Twelve digits, or the nine of an old card' },
};

const name: WayField = {
  name: 'name',
  label: { vi: 'Họ tên', en: 'Full name' },
  autocomplete: 'name',
};

const birth: WayField = {
  name: 'birth',
  label: { vi: 'Ngày sinh', en: 'Date of birth' },
  hint: {
    vi: 'dd/MM/yyyy, hoặc chỉ năm nếu giấy tờ không có ngày',
    en: 'dd/MM/yyyy, or the year alone where the papers have no day',
  },
  autocomplete: 'bday',
};

const phone: WayField = {
  name: 'phone',
  label: { vi: 'Số điện thoại', en: 'Phone number' },
  autocomplete: 'tel',
  numeric: true,
};

const holder = (label: Text, hint: Text): WayField => ({
  name: 'person',
  label,
  hint,
  autocomplete: 'off',
});

export const waysOfRegistering = {
  mobile: {
    title: { vi: 'Thuê bao di động', en: 'Mobile subscription' },
    lead: {
      vi: 'Cần SIM chính chủ, đăng ký bằng CCCD 12 số.',
      en: 'You need a SIM in your own name, registered under the 12-digit number.',
    },
    kinds: ['citizen'],
    fields: [number, name, birth, phone],
    asks: 'telecom',
    steps: ['code', 'password'],
    captcha: true,
  },
  insurance: {
    title: { vi: 'Mã số bảo hiểm xã hội', en: 'Social insurance number' },
    lead: {
      vi: 'Thông tin khai phải trùng với cơ sở dữ liệu BHXH.',
      en: 'What you enter must agree with the insurance register.',
    },
    kinds: ['citizen'],
    fields: [
      paper,
      {
        name: 'insurance',
        label: { vi: 'Mã BHXH', en: 'Insurance number' },
        hint: { vi: '10 chữ số', en: 'Ten digits' },
        autocomplete: 'off',
        numeric: true,
      },
      name,
      birth,
      phone,
    ],
    asks: 'insurance',
    steps: ['code', 'password'],
  },
  post: {
    title: { vi: 'Tài khoản Bưu điện Việt Nam', en: 'Vietnam Post account' },
    lead: {
      vi: 'Cần tài khoản VNPost đứng tên bạn và còn hoạt động.',
      en: 'You need an active VNPost account in your own name.',
    },
    kinds: ['citizen'],
    fields: [
      {
        name: 'account',
        label: { vi: 'Tài khoản VNPost', en: 'VNPost account' },
        hint: { vi: 'Số điện thoại hoặc mã khách hàng', en: 'Its phone number or customer code' },
        autocomplete: 'off',
      },
      number,
      name,
      birth,
      {
        ...phone,
        label: { vi: 'Số điện thoại nhận mã', en: 'Phone for the code' },
        hint: {
          vi: 'Bỏ trống nếu tài khoản là số điện thoại',
          en: 'Leave it empty when the account is a phone number',
        },
        optional: true,
      },
    ],
    asks: 'post',
    steps: ['code', 'password'],
  },
  sim: {
    title: { vi: 'SIM ký số', en: 'SIM PKI' },
    lead: {
      vi: 'Cần SIM ký số đang hoạt động, gắn trong điện thoại.',
      en: 'You need an active SIM PKI in your phone.',
    },
    kinds: ['citizen', 'enterprise'],
    fields: [{ ...phone, label: { vi: 'Số điện thoại của SIM', en: 'Phone number of the SIM' } }],
    asks: 'signature',
    steps: ['check', 'confirm'],
  },
  usb: {
    title: { vi: 'USB ký số', en: 'USB token' },
    lead: {
      vi: 'Cần USB ký số cắm vào máy, chứng thư còn hạn.',
      en: 'You need a USB token in this computer, its certificate still valid.',
    },
    kinds: ['citizen', 'enterprise', 'agency'],
    fields: [
      {
        ...holder(
          { vi: 'USB của ai đang cắm', en: 'Whose token is plugged in' },
          {
            vi: 'Tên ngắn của một người trong hộp cát, như mai. Bỏ trống nếu máy đang chạy hopcat token; trang thật chỉ đọc từ USB.',
            en: "A person's short name in the sandbox, such as mai. Leave it empty where hopcat token runs; the real page only reads the token.",
          },
        ),
        optional: true,
      },
    ],
    asks: 'signature',
    steps: ['signature', 'confirm'],
  },
  remote: {
    title: { vi: 'Chữ ký số cá nhân (ký số từ xa)', en: 'Remote signature' },
    lead: {
      vi: 'Cần chữ ký số từ xa đã kích hoạt trong ứng dụng của nhà cung cấp.',
      en: "You need a remote signature, activated in its provider's app.",
    },
    kinds: ['citizen', 'enterprise'],
    fields: [
      holder(
        { vi: 'Chữ ký số của ai', en: 'Whose signature' },
        {
          vi: 'Tên ngắn của một người trong hộp cát, như mai. Trang thật hỏi tài khoản nhà cung cấp.',
          en: "A person's short name in the sandbox, such as mai. The real page asks for the provider's account.",
        },
      ),
      {
        name: 'ca',
        label: { vi: 'Tổ chức cấp chữ ký số', en: 'Authority of the signature' },
        autocomplete: 'off',
        optional: true,
        options: authorityOptions,
      },
    ],
    asks: 'signature',
    steps: ['check', 'confirm'],
  },
} as const satisfies Readonly<Record<Way, WayOfRegistering>>;

export const ways = Object.keys(waysOfRegistering) as Way[];

export const isWay = (name: string): name is Way => Object.hasOwn(waysOfRegistering, name);
