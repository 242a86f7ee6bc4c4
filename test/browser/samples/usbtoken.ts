import type { DialogueCard } from '../../../functions/usbtoken/pages/dialogue.ts';
import { windowPage } from '../../../functions/usbtoken/pages/window.ts';
import { post, type Samples } from './world.ts';

const state = {
  owner: 'Võ Minh Khánh',
  version: '7',
  token: 'ok',
  tokenPost: post,
  stateUrl: '/state',
} as const;

const certificate = {
  serial: '5A0D2C8F11E94B7A90C3D5E6F7081929',
  name: 'Công ty TNHH Hạt Cát (thử nghiệm)',
  authority: { vi: 'Government CA (thử nghiệm)', en: 'Government CA (sandbox)' },
  validTo: '22/11/2029',
};

const card: DialogueCard = {
  id: 'd1',
  plugin: 'VGCA Sign Service',
  asks: 'https://dichvucong.hopcat.example',
  function: 'SignMsg',
  pin: true,
  documents: [{ name: 'SignMsg', hash: 'sha256', digest: '9f86d081884c7d659a2feaa0c55ad015' }],
  certificates: [certificate],
  secondsLeft: 104,
  triesLeft: 3,
  triedWrong: false,
  post,
};

const second = {
  ...certificate,
  serial: '5A77',
  authority: { vi: 'VNPT-CA (thử nghiệm)', en: 'VNPT-CA (sandbox)' },
};

export const usbtoken: Samples = {
  'usbtoken-empty': (frame) => windowPage({ ...frame, ...state, dialogues: [] }),
  'usbtoken-sign': (frame) => windowPage({ ...frame, ...state, dialogues: [card] }),
  'usbtoken-documents': (frame) =>
    windowPage({
      ...frame,
      ...state,
      dialogues: [
        {
          ...card,
          function: 'SignFiles',
          documents: [
            'Tờ trình về việc cấp giấy phép xây dựng.pdf',
            'Phu_luc_kem_theo_to_trinh_so_12_QD.xml',
          ].map((name) => ({ name, hash: 'sha256', digest: '9f86d081884c7d659a2feaa0c55ad015' })),
        },
      ],
    }),
  'usbtoken-two': (frame) =>
    windowPage({
      ...frame,
      ...state,
      token: 'two-tokens',
      dialogues: [
        { ...card, certificates: [certificate, second], triesLeft: 2, triedWrong: true },
        {
          ...card,
          id: 'd2',
          plugin: 'VNPT-CA',
          asks: null,
          function: 'GetCertInfo',
          pin: false,
          documents: [],
          certificates: [certificate, second],
        },
      ],
    }),
  'usbtoken-blocked': (frame) => windowPage({ ...frame, ...state, token: 'pin-blocked', dialogues: [] }),
};
