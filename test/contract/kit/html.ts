const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Text as it stands in HTML, read. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (whole, number, name) =>
    number ? String.fromCodePoint(Number(number)) : (entities[name] ?? whole),
  );

/** The attributes of an element's opening tag. */
export function attributesOf(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of tag.matchAll(/([\w-]+)="([^"]*)"/g)) found[name!] = unescaped(value!);
  return found;
}

export interface Form {
  action: string;
  method: string;
  /** Fields that the page itself fills in. */
  fields: Record<string, string>;
}

/** The forms of a page, their actions absolute. */
export function formsOf(html: string, base: string): Form[] {
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].map(([, tag, inside]) => {
    const { action = '', method = 'get' } = attributesOf(tag!);
    const fields: Record<string, string> = {};
    for (const [input] of inside!.matchAll(/<input\b[^>]*>/g)) {
      const { name, value = '' } = attributesOf(input);
      if (name) fields[name] = value;
    }
    return { action: new URL(action, base).href, method: method.toLowerCase(), fields };
  });
}

/** What can be read on a page, without its tags. */
export const textOf = (html: string): string => unescaped(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
