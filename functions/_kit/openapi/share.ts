import type { JsonSchema, MediaType, OpenApi, OperationObject, Ref, ResponseObject } from './document.ts';

type Named<T> = Record<string, T>;

const isRef = (value: object): value is Ref => '$ref' in value;

/** Gives equal things one name, so that a document says each once. */
function sharing<T extends object>(store: Named<T>, folder: string) {
  const names = new Map<string, string>();
  return (value: T, wish: string): Ref => {
    const text = JSON.stringify(value);
    let name = names.get(text);
    if (name === undefined) {
      for (let n = 1; name === undefined || name in store; n += 1) name = n === 1 ? wish : `${wish}${n}`;
      names.set(text, name);
      store[name] = value;
    }
    return { $ref: `#/components/${folder}/${name}` };
  };
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Worth a name: an object, an array, or a choice; not a mere text. */
const isLarge = (schema: JsonSchema): boolean =>
  !('$ref' in schema) && JSON.stringify(schema).length > 40 && schema.type !== 'string';

function shareSchemas(
  content: Named<MediaType>,
  name: string,
  share: ReturnType<typeof sharing<JsonSchema>>,
) {
  for (const media of Object.values(content)) {
    if (media.schema && !isRef(media.schema) && isLarge(media.schema))
      media.schema = share(media.schema, name);
  }
}

const errorName = ({ content = {} }: ResponseObject, status: string): string =>
  'application/problem+json' in content ? `Problem${status}` : `Refusal${status}`;

/** Moves what several operations say alike into the document's components. */
export function shareComponents(document: OpenApi): void {
  const shareSchema = sharing(document.components.schemas, 'schemas');
  const shareResponse = sharing(document.components.responses, 'responses');
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  for (const operation of operations as OperationObject[]) {
    const name = capital(operation.operationId);
    if (operation.requestBody) shareSchemas(operation.requestBody.content, `${name}Request`, shareSchema);
    for (const [status, response] of Object.entries(operation.responses)) {
      if (isRef(response)) continue;
      const isError = Number(status) >= 400;
      const wish = isError ? errorName(response, status).replace(/\d+$/, '') : `${name}Answer`;
      shareSchemas(response.content ?? {}, wish, shareSchema);
      if (isError) operation.responses[status] = shareResponse(response, errorName(response, status));
    }
  }
}
