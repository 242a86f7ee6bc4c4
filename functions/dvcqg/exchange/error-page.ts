import { type Answer, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { pages } from './pages.ts';

interface Input {
  oauthErrorCode?: string | undefined;
  oauthErrorMsg?: string | undefined;
  hopcat_detail?: string | undefined;
}

export async function errorPage(x: Exchange<Input>): Promise<Answer> {
  const { oauthErrorCode = 'invalid_request', oauthErrorMsg = '', hopcat_detail } = x.input;
  const { oauthErrorPage } = await pages();
  return page(
    oauthErrorPage({
      lang: 'vi',
      assets: ASSETS,
      code: oauthErrorCode,
      message: oauthErrorMsg,
      ...(hopcat_detail !== undefined && { detail: hopcat_detail }),
    }),
  );
}
