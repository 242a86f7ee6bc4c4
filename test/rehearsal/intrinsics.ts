/** What CloudFormation would know once the stack is there: by logical id, or `id.Attribute`. */
export type Known = Readonly<Record<string, string>>;

type Intrinsics = Record<string, (argument: never, known: Known) => unknown>;

function look(name: string, known: Known): string {
  const value = known[name];
  if (value === undefined) throw new Error(`the rehearsal has no value for ${name}`);
  return value;
}

const intrinsics: Intrinsics = {
  Ref: (id: string, known) => look(id, known),
  'Fn::GetAtt': ([id, attribute]: [string, string], known) => look(`${id}.${attribute}`, known),
  'Fn::Join': ([separator, parts]: [string, unknown[]], known) => {
    return parts.map((part) => resolve(part, known)).join(separator);
  },
  'Fn::Sub': (text: string, known) => text.replace(/\$\{([^}]+)\}/g, (_, name) => look(name, known)),
};

/** Replaces CloudFormation's functions by what they would give. Throws at one that it does not know. */
export function resolve(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) return value.map((each) => resolve(each, known));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [[name, argument] = ['', undefined]] = entries;
  if (entries.length === 1 && name in intrinsics) return intrinsics[name]?.(argument as never, known);
  if (name.startsWith('Fn::')) throw new Error(`the rehearsal does not know ${name}`);
  return Object.fromEntries(entries.map(([key, each]) => [key, resolve(each, known)]));
}
