/** JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Ref {
  $ref: string;
}

export interface NamedExample {
  summary: string;
  value: unknown;
}

export interface MediaType {
  schema?: JsonSchema | Ref;
  examples?: Record<string, NamedExample>;
}

export interface ResponseObject {
  description: string;
  headers?: Record<string, { description: string; schema: JsonSchema }>;
  content?: Record<string, MediaType>;
  /** Codes of the refusals that come with this status. */
  'x-hopcat-faults'?: readonly string[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  style?: 'form';
  explode?: boolean;
  schema: JsonSchema;
  example?: unknown;
}

export interface RequestBody {
  required: boolean;
  content: Record<string, MediaType>;
}

export interface OperationObject {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters?: Parameter[];
  requestBody?: RequestBody;
  responses: Record<string, ResponseObject | Ref>;
  security?: Record<string, string[]>[];
  [extension: `x-hopcat-${string}`]: unknown;
}

/** The part of OpenAPI 3.1 that HopCat writes. */
export interface OpenApi {
  openapi: '3.1.1';
  info: Record<string, unknown>;
  servers: Record<string, unknown>[];
  security: never[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, OperationObject>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, ResponseObject>;
    securitySchemes: Record<string, Record<string, string>>;
  };
  [extension: `x-hopcat-${string}`]: unknown;
}
