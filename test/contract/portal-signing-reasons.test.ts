import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Place } from './kit/browser.ts';
import {
  beginAt,
  preparedByToken,
  type Submitted,
  stateOf,
  submitAs,
  type Told,
} from './kit/portal-signing.ts';
import { certificatesAre } from './kit/signatures.ts';

let ws: TestWorkspace;
let dossier: Submitted;
beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
  dossier = await submitAs(ws, 'an');
});

const DAY = String.raw`\d{2}/\d{2}/\d{4}`;

const reasons = [
  ['expired', `Chứng thư số đã hết hạn ngày ${DAY}`, `The certificate expired on ${DAY}`],
  ['not-yet-valid', `đến ngày ${DAY} mới có`, `valid from ${DAY} on`],
  ['revoked', `đã bị thu hồi ngày ${DAY}`, `was revoked on ${DAY}`],
  ['suspended', `đang bị tạm dừng, từ ngày ${DAY}`, `suspended since ${DAY}`],
  ['unknown-issuer', 'không nằm dưới gốc quốc gia', 'does not stand under the national root'],
  ['wrong-key-usage', 'không dùng để ký', 'is not for signing'],
  ['sha1', 'hàm băm yếu \\(SHA-1\\)', 'over a weak hash \\(SHA-1\\)'],
] as const;

/** What a refusal of the API says beside its title. */
const reasonIn = ({ body }: Told<unknown>): string | undefined =>
  (body as { errors?: { message: string }[] }).errors?.[0]?.message;

describe.each(reasons)(
  'a certificate that is %s: the reason is named, in both languages',
  (state, vi, en) => {
    const both = new RegExp(`${vi}.* / .*${en}`);
    const sign = () => `${ws.origin}/${ws.id}/portal/dossiers/${dossier.code}/sign`;

    /** The page names the reason and leads to another try. */
    function expectTold({ html }: Place): void {
      expect(html).toMatch(new RegExp(`data-testid="reason".*${vi}.*${en}`, 's'));
      expect(html).toMatch(new RegExp(`href="${sign()}"[^>]*data-testid="sign-again"`));
    }

    beforeEach(() => certificatesAre(ws, 'an', { certificate: state }));

    test.each(['remote', 'sim'])('asked for by %s: by the API, and on the page', async (way) => {
      const told = await beginAt(dossier, { format: 'pdf', way });
      expect(told).toMatchObject({ status: 422, body: { code: 'signature_not_trusted' } });
      expect(reasonIn(told)).toMatch(both);
      const choice = { format: 'pdf', way, ca: 'vnpt-ca', phone: '0950000101', level: 'B-LT' };
      const page = await dossier.browser.submit(await dossier.browser.open(sign()), '/sign', choice);
      expect(page.status).toBe(422);
      expectTold(page);
    });

    test('brought by a USB token: by the API, of the signing as well, and on its page', async () => {
      const { told, id } = await preparedByToken(dossier, { format: 'pdf' });
      expect(told).toMatchObject({ status: 422, body: { code: 'signature_not_trusted' } });
      expect(reasonIn(told)).toMatch(both);
      const { failure } = (await stateOf(dossier, { id })).body;
      expect(`${failure?.reason?.vi} / ${failure?.reason?.en}`).toMatch(both);
      expectTold(await dossier.browser.open(`${ws.origin}/${ws.id}/portal/signings/${id}`));
    });
  },
);
