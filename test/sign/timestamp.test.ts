import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { type TimeAuthority, type TimeStampFlaw, timeStampAnswer } from '../../functions/_sign/timestamp.ts';
import { request } from './exchange.ts';
import { judge } from './openssl.ts';

const openssl = judge();
afterAll(openssl.close);

beforeAll(async () => {
  openssl.file('content', 'Tờ khai đăng ký khai sinh');
  openssl.pem('root.pem', Buffer.from((await authorityOf(request(), 'root')).certificate));
  openssl.pem('time.pem', Buffer.from((await authorityOf(request(), 'time')).certificate));
});

const NOON = Date.parse('2026-03-15T05:00:00Z');

async function stamped(args: readonly string[], flaw?: TimeStampFlaw, by: TimeAuthority = 'time') {
  openssl.run('ts', '-query', '-data', 'content', '-out', 'question', ...args);
  openssl.file('answer', await timeStampAnswer(request(NOON), by, openssl.read('question'), flaw));
  const { text } = openssl.run('ts', '-reply', '-in', 'answer', '-text');
  const verify = [
    '-in',
    'answer',
    '-CAfile',
    'root.pem',
    '-untrusted',
    'time.pem',
    '-attime',
    `${NOON / 1000}`,
  ];
  return { text, verified: openssl.run('ts', '-verify', '-queryfile', 'question', ...verify) };
}

describe('openssl ts', () => {
  test.each(['sha256', 'sha384', 'sha512'])(
    'verifies a stamp over %s, with the time of the token clock',
    async (hash) => {
      const { text, verified } = await stamped([`-${hash}`, '-cert']);
      expect(verified.text).toContain('Verification: OK');
      expect(text).toContain('Time stamp: Mar 15 05:00:00 2026 GMT');
      expect(text).toContain(`Hash Algorithm: ${hash}`);
      expect(text).toContain('Policy OID: 2.999.1');
    },
  );

  test('verifies a stamp that comes without certificates, and one without a nonce', async () => {
    expect((await stamped(['-sha256'])).verified.text).toContain('Verification: OK');
    expect((await stamped(['-sha256', '-no_nonce', '-cert'])).verified.text).toContain('Verification: OK');
  });

  test('verifies what stamps the content itself, not only the question', async () => {
    await stamped(['-sha256', '-cert']);
    const args = ['-in', 'answer', '-CAfile', 'root.pem', '-attime', `${NOON / 1000}`];
    expect(openssl.run('ts', '-verify', '-data', 'content', ...args).text).toContain('Verification: OK');
  });

  test.each([
    [['-sha1'], 'unrecognized or unsupported algorithm'],
    [['-sha256', '-tspolicy', '1.2.3.4'], 'the requested TSA policy is not supported'],
  ])('is rejected for %j', async (args, reason) => {
    const { text, verified } = await stamped(args);
    expect(text).toContain('Status: Rejected.');
    expect(text).toContain(reason);
    expect(verified.ok).toBe(false);
  });

  test.each(['', 'no DER', '\x30\x03\x02\x01\x01'])('is told that %j is no request', async (question) => {
    openssl.file('answer', await timeStampAnswer(request(), 'time', Buffer.from(question, 'latin1')));
    const { text } = openssl.run('ts', '-reply', '-in', 'answer', '-text');
    expect(text).toContain('transaction not permitted or supported');
  });

  test('is told so whatever comes, and never left alone', async () => {
    const whole = openssl.read('question');
    const spoilt = fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => {
      const copy = Buffer.from(whole);
      copy[at] = byte;
      return copy;
    });
    const random = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoilt, random), async (question) => {
        const answer = Buffer.from(await timeStampAnswer(request(), 'time', question));
        expect(answer[0]).toBe(0x30);
      }),
      { numRuns: 150 },
    );
  });

  test.each<[TimeStampFlaw, string]>([
    ['wrong-hash', 'message imprint mismatch'],
    ['wrong-nonce', 'nonce mismatch'],
    ['stranger', 'certificate verify error'],
    ['rejected', 'unable to get'],
  ])('refuses a stamp that is %s', async (flaw, complaint) => {
    const { verified } = await stamped(['-sha256', '-cert'], flaw);
    expect(verified.ok).toBe(false);
    if (flaw !== 'rejected') expect(verified.text).toContain(complaint);
  });

  test('shows the weak hash of a stamp that is asked to be signed over SHA-1', async () => {
    await stamped(['-sha256', '-cert'], 'weak-hash');
    openssl.run('ts', '-reply', '-in', 'answer', '-token_out', '-out', 'token');
    const { text } = openssl.run('cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', 'token');
    expect(text).toMatch(/digestAlgorithm:\s*algorithm: sha1 /);
  });

  test('trusts no stamp of the authority that nobody knows', async () => {
    const { verified } = await stamped(['-sha256', '-cert'], undefined, 'stranger-time');
    expect(verified).toEqual({ ok: false, text: expect.stringMatching(/certificate verify error/) });
  });
});
