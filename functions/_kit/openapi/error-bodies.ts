import * as z from 'zod';

/** RFC 9457, in Vietnamese, with what to do next, and both again in English. */
export const problem = z.lazy(() =>
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    cure: z.string(),
    en: z.object({ title: z.string(), cure: z.string() }),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
);

/** RFC 6749, 5.2. */
export const oauthError = z.lazy(() =>
  z.object({ error: z.string(), error_description: z.string().optional() }),
);
