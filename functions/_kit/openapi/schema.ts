import * as z from 'zod';
import type { Schema } from '../../../contracts/_contract.ts';
import type { JsonSchema } from './document.ts';

/**
 * A contract's schema as JSON Schema: `input` for what is sent, `output` for what is answered. What JSON Schema
 * cannot say (a refinement, a transformation) is left out, so the document never refuses what the sandbox takes.
 */
export function jsonSchemaOf(schema: Schema, io: 'input' | 'output'): JsonSchema {
  const {
    $schema: _,
    '~standard': __,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // Only a strict object refuses fields that it does not know; the output of a plain one merely lacks them.
      const { def } = zodSchema._zod;
      if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties;
    },
  });
  return rest;
}
