import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { xml } from '../_soap/envelope.ts';
import { schema } from '../_soap/schema.ts';
import { wsdl } from '../_soap/wsdl.ts';
import { ANSWERS, type OperationName, operations } from './operations.ts';
import { shapes } from './schemas.ts';

function description(x: Exchange, name: OperationName): string {
  const { namespace, answer } = operations[name];
  const address = `${x.base}/${name}`;
  return wsdl({
    name,
    address,
    namespace,
    input: { element: name, namespace, schema: `${address}?xsd=1` },
    output: { element: answer, namespace: ANSWERS, schema: `${address}?xsd=2` },
  });
}

function schemaOf(name: OperationName, which: string): string {
  const { namespace, answer } = operations[name];
  if (which === '1') return schema(namespace, name, shapes[name].request);
  if (which === '2') return schema(ANSWERS, answer, shapes[name].answer);
  throw new Fault('post_only', 'there are ?xsd=1 and ?xsd=2');
}

/** What a client generates its calls from: `?wsdl`, and the schemas that it imports. @throws Fault post_only */
export const describe =
  (name: OperationName) =>
  (x: Exchange): Answer => {
    const asked = Object.entries(x.query).map(([key, value]) => [key.toLowerCase(), String(value)] as const);
    const which = asked.find(([key]) => key === 'xsd')?.[1];
    if (which !== undefined) return xml(schemaOf(name, which));
    if (asked.some(([key]) => key === 'wsdl')) return xml(description(x, name));
    throw new Fault('post_only', `POST a message, or GET ${x.base}/${name}?wsdl`);
  };
