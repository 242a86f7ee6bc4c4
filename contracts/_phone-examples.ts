import type { Example } from './_contract.ts';

const an = { params: { person: 'an' } };

/** What a program asks of a phone. */
export const examples = {
  state: [
    { ...an, title: { vi: 'Điện thoại của An có gì mới', en: "What is new on An's phone" }, status: 200 },
  ],
  messages: [
    { ...an, title: { vi: 'Tin nhắn của An', en: "An's messages" }, status: 200 },
    {
      title: { vi: 'Không có ai tên như vậy', en: 'Nobody of that name' },
      params: { person: 'khong-co' },
      status: 404,
    },
  ],
  receive: [
    {
      ...an,
      title: { vi: 'Gửi một mã tới An', en: 'Send An a code' },
      body: { from: 'CongDVC', text: 'Mã xác thực của bạn là 482915' },
      status: 201,
    },
  ],
  approvals: [{ ...an, title: { vi: 'An có gì chờ duyệt', en: 'What waits for An' }, status: 200 }],
} satisfies Record<string, readonly Example[]>;
