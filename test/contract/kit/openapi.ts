import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApi } from '../../../functions/_kit/openapi/emit.ts';

const encoded = (step: string): string =>
  encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

type Node = Record<string, unknown>;

/** Where something is in a document, references followed. */
function walk(document: OpenApi, steps: readonly string[]): { found?: Node; at: string } {
  let [found, at]: [Node | undefined, string] = [document as unknown as Node, '#'];
  for (const step of steps) {
    found = found?.[step] as Node | undefined;
    at += `/${encoded(step)}`;
    if (typeof found?.$ref === 'string') {
      const path = found.$ref.slice(2).split('/');
      return walk(document, [...path, ...steps.slice(steps.indexOf(step) + 1)]);
    }
  }
  return found ? { found, at } : { at };
}

/** What a foreign validator says of answers, by an OpenAPI document. */
export class AnswerJudge {
  readonly #document: OpenApi;
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });

  constructor(document: OpenApi) {
    this.#document = document;
    this.#ajv.addSchema(document, 'openapi');
  }

  #placeOf(operationId: string): string[] {
    for (const [path, item] of Object.entries(this.#document.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        if (operation.operationId === operationId) return ['paths', path, method];
      }
    }
    throw new Error(`the document has no ${operationId}`);
  }

  /** Everything in which an answer is not as the document says. */
  complaints(operationId: string, status: number, type: string | null, text: string): string[] {
    const place = [...this.#placeOf(operationId), 'responses', String(status)];
    const { found: response, at } = walk(this.#document, place);
    if (!response) return [`the document has no ${at}`];
    const media = type?.split(';', 1)[0];
    const content = response.content as Record<string, { schema?: object }> | undefined;
    if (media === undefined) return content && text !== '' ? ['it has no content-type'] : [];
    if (!content) return text === '' ? [] : [`${at} has no content`];
    if (!(media in content)) return [`${at} does not know ${media}`];
    const { found: schema, at: pointer } = walk(this.#document, [...place, 'content', media, 'schema']);
    if (!schema) return [];
    const value: unknown = media.endsWith('json') ? JSON.parse(text) : text;
    const validate = this.#validators.get(pointer) ?? this.#ajv.compile({ $ref: `openapi${pointer}` });
    this.#validators.set(pointer, validate);
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  }
}
