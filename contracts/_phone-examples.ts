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
  send: [
    {
      ...an,
      title: { vi: 'An nhắn 1414', en: 'An asks 1414' },
      body: { to: '1414', text: 'TTTB 099090000001' },
      status: 201,
    },
    {
      ...an,
      title: { vi: 'Số không ai trả lời', en: 'A number where nobody answers' },
      body: { to: '0950000102', text: 'chào' },
      status: 422,
    },
  ],
  approvals: [{ ...an, title: { vi: 'An có gì chờ duyệt', en: 'What waits for An' }, status: 200 }],
} satisfies Record<string, readonly Example[]>;
