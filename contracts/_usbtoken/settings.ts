import * as z from 'zod';
import { both } from '../_person/primitives.ts';

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const origin = z.lazy(() =>
  z
    .string()
    .max(200)
    .refine(isOrigin, both('Phải có dạng https://tên:cổng', 'Must be like https://name:port')),
);

/** How the USB tokens' plug-ins behave in a workspace. */
export const usbtokenSettings = z.lazy(() =>
  z.strictObject({
    /** Whose pages may call the plug-ins, besides the sandbox's own; null: those of this machine, on any port. */
    allowedOrigins: z.array(origin).max(50).nullable().default(null),
    /** How long the window asks for the PIN, by the token clock. */
    seconds: z.int().min(1).max(3600).default(120),
    /** How long one call waits for it; after that it answers 202, and whoever relays asks again. */
    waitSeconds: z.int().min(0).max(25).default(20),
    /** Whether the plug-ins put a time stamp into the PDF and XML documents that they sign. */
    timeStamp: z.boolean().default(false),
  }),
);
