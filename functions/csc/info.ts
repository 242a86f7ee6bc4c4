import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { ASSETS } from '../_kit/wire.ts';
import { everyAlgorithm } from './algorithms.ts';
import { settingsOf } from './token.ts';

const same = ['auth/login', 'auth/revoke', 'credentials/list', 'credentials/info'];

/** What depends on how the workspace lets credentials be used. */
function methods(x: Exchange, second: boolean): string[] {
  const { authMode } = settingsOf(x);
  const own = second ? ['credentials/authorizeCheck', 'credentials/getChallenge'] : ['credentials/sendOTP'];
  const authorizing = authMode === 'oauth2code' ? [] : ['credentials/authorize', ...own];
  const polling = second ? ['signatures/signDoc', 'signatures/signPolling'] : [];
  const signing = [
    'credentials/extendTransaction',
    'signatures/signHash',
    ...polling,
    'signatures/timestamp',
  ];
  return [...same, ...authorizing, ...signing];
}

const about = (x: Exchange, lang: string) => ({
  name: 'Dịch vụ ký số từ xa HopCat (thử nghiệm)',
  logo: `${x.deps.origin}${ASSETS}/icon.svg`,
  region: 'VN',
  lang,
  description:
    'Môi trường thử nghiệm theo CSC API; chữ ký không có giá trị pháp lý / A sandbox of the CSC API',
  authType: ['basic', 'oauth2code', 'oauth2client'],
  oauth2: `${x.base}/`,
});

/** The languages that texts are in; of others Vietnamese. */
const langOf = (asked: string | undefined): string => (asked?.startsWith('en') ? 'en-US' : 'vi-VN');

type Asked = Exchange<{ lang?: string | undefined }>;

export const info = (x: Asked) =>
  json({ specs: '1.0.4.0', ...about(x, langOf(x.input.lang)), methods: methods(x, false) });

export const infoV2 = (x: Asked) =>
  json({
    specs: '2.0.0.2',
    ...about(x, langOf(x.input.lang)),
    asynchronousOperationMode: true,
    methods: methods(x, true),
    validationInfo: false,
    signAlgorithms: { algos: everyAlgorithm },
    signature_formats: { formats: ['C', 'P'], envelope_properties: [['Attached', 'Detached'], []] },
    conformance_levels: ['Ades-B-B', 'Ades-B-T'],
  });
