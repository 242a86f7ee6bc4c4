import type { Answer } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { autopilotFor } from '../../_oidc/autopilot.ts';
import type { Need } from '../../_oidc/profile.ts';
import type { AuthorizationRequest } from '../../_oidc/request.ts';
import { toVneid } from './hop.ts';
import { begin } from './waiting.ts';

/** The sign-in page; or, where an autopilot flies, straight on to VNeID, which lets it fly. */
export async function interact(x: Exchange, request: AuthorizationRequest, need: Need): Promise<Answer> {
  const { client, query, uiLocale } = request;
  if (autopilotFor(x, client.id).pilot) {
    return toVneid(x, { target: { query }, lang: uiLocale, as: 'citizen', flies: true }, request);
  }
  return begin(
    x,
    { query },
    {
      lang: uiLocale,
      about: {
        client_id: client.id,
        relyingParty: client.id,
        sp: client.metadata.client_name,
        type: 'oidc',
        ...(need === 'step-up' && { acr_values: request.acr.values.join(' ') }),
      },
    },
  );
}
