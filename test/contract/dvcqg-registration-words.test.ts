import { expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import { BEFORE, portalUrl } from './kit/registration.ts';
import { form } from './kit/wire.ts';

test('whoever registers by a number without a signing SIM is told so, beside the number', async () => {
  const ws = await openWorkspace({ calendar: BEFORE });
  const sent = form({ kind: 'citizen', phone: '0950000999' });
  const answer = await ws.fetch(`${portalUrl(ws)}/registration/ways/sim`, sent);
  expect(answer.status).toBe(422);
  const error = /data-testid="phone-error".*?<\/p>/s.exec(await answer.text())?.[0];
  expect(error).toContain('không có SIM ký số');
});
