import type { Operation } from '../_contract.ts';
import * as oidc from '../_oidc.ts';
import { oidcFaults } from '../_oidc-faults.ts';

/** Refusals of the identity exchange. */
export const exchangeFaults = oidcFaults;

/** VNConnect: the identity exchange on WSO2 Identity Server. */
export const exchangeOperations = {
  discovery: {
    method: 'GET',
    path: '/oauth2/token/.well-known/openid-configuration',
    title: { vi: 'Thông tin máy chủ định danh', en: 'Provider metadata' },
    examples: [{ title: { vi: 'Đọc cấu hình', en: 'Read it' }, status: 200 }],
    answers: { 200: oidc.discoveryAnswer },
    errors: 'problem',
    fidelity: 'unverified',
    note: {
      vi: 'Chỗ mà WSO2 Identity Server đặt mặc định; của máy chủ thật chưa ai thấy',
      en: 'Where WSO2 Identity Server puts it by default; the real host’s was not seen',
    },
    cors: true,
  },
} as const satisfies Readonly<Record<string, Operation>>;
