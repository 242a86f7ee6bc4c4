import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { baseOf, namespaces } from './kit/population.ts';

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace();
});

describe.each(Object.entries(namespaces))('%s', (name, namespace) => {
  const get = (query: string) => ws.fetch(`${baseOf(ws)}/${name}${query}`);

  test.each(['?wsdl', '?WSDL'])('%s leads to this workspace', async (query) => {
    const answer = await get(query);
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const text = await answer.text();
    expect(text).toContain(`<soap:address location="${baseOf(ws)}/${name}"/>`);
    expect(text).toContain(`targetNamespace="${namespace}"`);
    expect(text).toContain(`schemaLocation="${baseOf(ws)}/${name}?xsd=1"`);
  });

  test('its schemas are those of request and answer', async () => {
    expect(await (await get('?xsd=1')).text()).toContain(`targetNamespace="${namespace}"`);
    expect(await (await get('?xsd=2')).text()).toContain('targetNamespace="http://www.mic.gov.vn/dancu/1.0"');
  });

  test('a browser is told what to do', async () => {
    for (const query of ['', '?xsd=3']) {
      const answer = await get(query);
      expect(answer.status).toBe(400);
      const page = await answer.text();
      expect(page).toContain('POST');
      expect(page).toContain('?wsdl');
    }
  });
});
