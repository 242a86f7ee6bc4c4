import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { certificateOf, type Wanted } from '../../functions/_sign/certificate.ts';
import { crlOf } from '../../functions/_sign/crl.ts';
import { chainFrom } from '../../functions/_verify/chain.ts';
import { revocationOf } from '../../functions/_verify/revocation.ts';
import type { VerifyContext } from '../../functions/_verify/verdict.ts';
import { contextOf } from '../../functions/pki/verify-context.ts';
import { castDirectory } from '../../people/cast.ts';
import { request, store } from './exchange.ts';

const BEFORE = Date.now() - 60_000;

const certificateIn = async (name: 'root' | 'vnpt-ca') =>
  new X509Certificate((await authorityOf(request(), name)).certificate);

/** A certificate by the authority's key; it knows of it only where it is issued. */
async function chainOf(provider: string, isIssued: boolean) {
  const person = castDirectory.findBySlug('an')!;
  const wanted: Wanted = { provider, authority: 'vnpt-ca', person, kind: 'citizen' };
  const { certificate, changes } = await certificateOf(request(), wanted);
  if (isIssued) await store.commit(changes, 0);
  const leaf = new X509Certificate(Buffer.from(certificate.der, 'base64'));
  return chainFrom(leaf, [await certificateIn('vnpt-ca')], [await certificateIn('root')]);
}

/** What is said of it, of a document that carries the authority's newest list. */
async function said(provider: string, isIssued: boolean, change: Partial<VerifyContext> = {}) {
  const crls = [await crlOf(request(), 'vnpt-ca')];
  const context = { ...(await contextOf(request())), ...change };
  const chain = await chainOf(provider, isIssued);
  const { findings, proof } = await revocationOf(chain, BEFORE, { crls }, context);
  return { codes: findings.map(({ code }) => code), proof: proof && `${proof.kind}, ${proof.from}` };
}

describe('a list without its serial number', () => {
  test('proves nothing of a certificate that its authority says it has never issued', async () => {
    expect(await said('unissued', false)).toEqual({ codes: ['status-unknown'], proof: null });
  });

  test('does not where the authority gives the list itself, either', async () => {
    const { status } = await contextOf(request());
    const both = async (own: Uint8Array, issuer: Uint8Array) => ({
      ...(await status?.(own, issuer)),
      crls: [await crlOf(request(), 'vnpt-ca')],
    });
    expect((await said('unissued', false, { status: both })).codes).toEqual(['status-unknown']);
  });

  test('proves that one which was issued was not taken back', async () => {
    expect(await said('issued', true)).toEqual({ codes: [], proof: 'crl, document' });
  });

  test('is believed while nobody says more', async () => {
    const silent = { status: async () => ({}) };
    expect(await said('issued', true, silent)).toEqual({ codes: [], proof: 'crl, document' });
  });
});
