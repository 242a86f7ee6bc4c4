import type { Node } from '../../_soap/write.ts';
import { digestMethods, type XmlHash } from './names.ts';

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const ds = (name: string, content: Node['content'], attributes: Node['attributes'] = {}): Node => ({
  name: `ds:${name}`,
  attributes,
  content: content ?? '',
});

export const xades = (name: string, content: Node['content'], attributes: Node['attributes'] = {}): Node => ({
  name: `xades:${name}`,
  attributes,
  content: content ?? '',
});

export const method = (name: string, Algorithm: string): Node => ds(name, '', { Algorithm });

export const digested = (hash: XmlHash, digest: Uint8Array): Node[] => [
  method('DigestMethod', digestMethods[hash]),
  ds('DigestValue', base64(digest)),
];
