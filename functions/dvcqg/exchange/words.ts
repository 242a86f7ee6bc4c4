import contract from '../../../contracts/dvcqg.ts';
import { redirect } from '../../_kit/answer.ts';
import type { Words } from '../../_kit/implement.ts';
import { wordFault } from '../../_kit/wire.ts';

/** What WSO2 calls our refusals; one without a message gives its detail. */
const named: Readonly<Record<string, { code: string; message?: string }>> = {
  unknown_client: { code: 'invalid_client' },
  invalid_redirect: { code: 'invalid_callback', message: 'callback.not.match' },
  invalid_request: { code: 'invalid_request' },
  invalid_request_uri: { code: 'invalid_request' },
  invalid_input: { code: 'invalid_request' },
  too_large: { code: 'invalid_request' },
  unsupported_media_type: { code: 'invalid_request' },
};

/**
 * Until client and redirect URI are known to be right, whoever asks is sent to WSO2's error page. What has nothing to
 * do with OAuth, such as a workspace that is not there, is a page at once.
 */
export const words: Words = (fault, _kind, _operation, base) => {
  const wso2 = named[fault.code];
  if (!wso2) return wordFault(contract, { errors: 'page' }, fault, base);
  const query = new URLSearchParams({
    oauthErrorCode: wso2.code,
    oauthErrorMsg: wso2.message ?? fault.detail,
    hopcat_detail: fault.detail.slice(0, 1_000),
  });
  return redirect(`${base}/authenticationendpoint/oauth2_error.do?${query}`);
};
