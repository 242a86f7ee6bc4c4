import { relative } from 'node:path';
import type { RunningServer } from '../mocks/server.ts';

const isLoopback = (host = '127.0.0.1'): boolean => /^(localhost|127\.|::1$|\[::1\]$)/.test(host);

/** Where to go and what to try. */
export function greeting(
  { origin, ca }: RunningServer,
  { data, host, clientCertificates }: { data: string; host?: string; clientCertificates?: boolean },
): string {
  const kept = data === ':memory:' ? 'trong bộ nhớ / in memory' : data;
  const rows: [string, string][] = [
    ['Mở trình duyệt / Open', `${origin}/`],
    ['Đăng nhập thử / Try a sign-in', `${origin}/default/portal`],
    ['Điện thoại / Phone', `${origin}/default/phone/an`],
    ['Issuer', `${origin}/default/vneid`],
    ['Client', 'demo-portal / demo-portal-secret'],
    ['Dữ liệu / Data', kept],
  ];
  if (ca !== undefined) {
    const file = relative(process.cwd(), ca) || ca;
    rows.push(['CA (Node)', `NODE_EXTRA_CA_CERTS=${file}`]);
    rows.push(['CA (trình duyệt / browser)', `thêm vào các CA tin cậy / add to the trusted CAs: ${file}`]);
  }
  if (clientCertificates) {
    rows.push([
      'mTLS: SIM PKI',
      'PATCH /default/control/settings {"simpki":{"clientCertificates":"required"}}',
    ]);
    rows.push(['mTLS: chứng thư / certificate', `POST ${origin}/default/simpki/app/client-certificate`]);
  }
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  if (!isLoopback(host)) {
    lines.push(
      '  Chú ý: máy khác trong mạng cũng vào được. / Mind: other machines of the network can reach this.',
    );
  }
  return [
    '',
    'HopCat đang chạy: môi trường thử nghiệm, không nhập dữ liệu thật. Ctrl+C để dừng.',
    'HopCat is running: a test environment, enter no real data. Ctrl+C to stop.',
    '',
    ...lines,
    '',
    '',
  ].join('\n');
}
