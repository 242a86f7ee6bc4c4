/** What an example's variables stand for in a document that nobody runs. */
const samples: Readonly<Record<string, string>> = {
  $guid: '4f1c2a5e-6d0b-4b8e-9a37-0c5d1e2f3a4b',
  $timestamp: '1767225600',
  // A certificate's: its wire takes nothing but hex.
  serial: '54010101b7d3f2c8a6e4091d',
};

const variable = /\{\{\s*(\$?[\w.]+)[^}]*\}\}/g;

/**
 * A text with its dynamic variables filled in; for what an earlier call or a computation gives stands its
 * name, or a sample of it.
 */
export const filledText = (text: string): string =>
  text.replace(variable, (_, name: string) => samples[name] ?? name);

/** Any value, with every text in it filled. */
export function filled(value: unknown): unknown {
  if (typeof value === 'string') return filledText(value);
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each)]));
}
