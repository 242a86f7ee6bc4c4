import type { Example } from '../_contract.ts';

const an = { params: { slug: 'an' } };
const nobody = { vi: 'Không có ai tên như vậy', en: 'Nobody of that name' };
const noSigning = { vi: 'Không có yêu cầu ký này', en: 'No such request to sign' };

/** What a program asks of the signing apps. What a provider has asked for comes with an id of its own. */
export const examples = {
  inbox: [
    {
      title: { vi: 'An có gì chờ ký', en: 'What waits for An’s signature' },
      query: { person: 'an' },
      status: 200,
    },
    { title: nobody, query: { person: 'khong-co' }, status: 404 },
  ],
  signing: [{ title: noSigning, params: { id: 'khong-co' }, status: 404 }],
  decide: [
    {
      title: noSigning,
      params: { id: 'khong-co' },
      body: { person: 'an', decision: 'approve', pin: '123456' },
      status: 404,
    },
  ],
  pin: [
    { ...an, title: { vi: 'Mã PIN của An còn mấy lần thử', en: 'How many tries An’s PIN has' }, status: 200 },
    { title: nobody, params: { slug: 'khong-co' }, status: 404 },
  ],
  unblock: [{ ...an, title: { vi: 'Mở khóa mã PIN của An', en: 'Unblock An’s PIN' }, status: 204 }],
} satisfies Record<string, readonly Example[]>;
