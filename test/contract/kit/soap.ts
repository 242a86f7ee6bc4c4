import { XMLParser } from 'fast-xml-parser';

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came
export type Loose = any;

/** Reads what stands in the Body of an answer; elements of the names that are given come as lists. */
export function bodyReader(...lists: readonly string[]): (soap: string) => Loose {
  const parser = new XMLParser({
    removeNSPrefix: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    isArray: (name) => lists.includes(name),
  });
  return (soap) => parser.parse(soap).Envelope.Body;
}
