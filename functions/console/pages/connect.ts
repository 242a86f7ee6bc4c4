import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { details, keyValue } from '../../_kit/page/parts.ts';
import { sectionHeading } from './section.ts';

/** What a portal must be told of the workspace that it signs in at. */
export interface Connection {
  issuer: string;
  /** Base URL of the control API. */
  control: string;
  /** The workspace's key, where it has one that may be shown. */
  key?: string;
}

const TITLE: Text = { vi: 'Kết nối cổng của bạn', en: 'Connect your portal' };
const LEAD: Text = {
  vi: 'Điền các giá trị này vào thư viện OpenID Connect của bạn. Không phải đăng ký trước.',
  en: 'Give these values to your OpenID Connect library. Nothing to register first.',
};
const REDIRECT: Text = {
  vi: 'Mọi cổng và đường dẫn trên localhost và 127.0.0.1',
  en: 'Any port and path on localhost and 127.0.0.1',
};
const SAMPLE: Text = { vi: 'Mẫu cho openid-client', en: 'Sample for openid-client' };
const CONTROL: Text = { vi: 'Điều khiển từ mã kiểm thử', en: 'Control it from your tests' };

const code = (text: string): Content => html`<code>${text}</code>`;

const sample = ({ issuer }: Connection): string => `import * as client from 'openid-client';

const config = await client.discovery(
  new URL('${issuer}'),
  'demo-portal',
  'demo-portal-secret',${
    issuer.startsWith('http:')
      ? `
  undefined,
  { execute: [client.allowInsecureRequests] },`
      : ''
  }
);`;

const commands = ({ control, key }: Connection): string => {
  const bearer = key === undefined ? '' : `-H 'authorization: Bearer ${key}' `;
  const json = "-H 'content-type: application/json'";
  return [
    '# Đăng nhập ngay, không qua trang nào / Sign in at once, without a page',
    `curl -X PATCH ${control}/settings ${bearer}${json} -d '{"autopilot": {"person": "an"}}'`,
    '',
    '# Nhật ký: mọi yêu cầu và trả lời, đã giải mã / Journal: every request and answer, decoded',
    `curl ${bearer}'${control}/journal?order=desc&limit=20'`,
    '',
    '# Về như lúc mới tạo / As it was at first',
    `curl -X POST ${bearer}${control}/reset`,
  ].join('\n');
};

const block = (text: string, testid: string): Content =>
  html`<pre class="json" data-testid="${testid}"><code>${text}</code></pre>`;

/** Issuer, client, a sample, and the first commands of the control API. */
export const connect = (connection: Connection, lang: Lang): Content => {
  const rows = [
    { label: { vi: 'Địa chỉ phát hành', en: 'Issuer' }, value: code(connection.issuer), testid: 'issuer' },
    { label: { vi: 'Mã ứng dụng', en: 'Client ID' }, value: code('demo-portal') },
    { label: { vi: 'Mật khẩu ứng dụng', en: 'Client secret' }, value: code('demo-portal-secret') },
    { label: { vi: 'Địa chỉ quay về', en: 'Redirect URI' }, value: say(REDIRECT, lang) },
  ];
  return html`<section class="paper" aria-labelledby="connect-title">
    ${sectionHeading('connect', TITLE, LEAD, lang)}
    ${keyValue(rows, lang)}
    ${details(SAMPLE, block(sample(connection), 'sample'), lang, 'sample-toggle')}
    ${details(CONTROL, block(commands(connection), 'commands'), lang, 'commands-toggle')}
  </section>`;
};
