import type { Element } from '@xmldom/xmldom';
import type { HashName } from '../keys.ts';

export const DS = 'http://www.w3.org/2000/09/xmldsig#';
export const XADES = 'http://uri.etsi.org/01903/v1.3.2#';
export const ENVELOPED = `${DS}enveloped-signature`;
export const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties';

/** Hashes that a signature may use; SHA-1 is none of them. */
export type XmlHash = Exclude<HashName, 'sha1'>;

export const digestMethods: Readonly<Record<XmlHash, string>> = {
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: 'http://www.w3.org/2001/04/xmldsig-more#sha384',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
};

export const signatureMethods: Readonly<Record<'rsa' | 'ec', Readonly<Record<XmlHash, string>>>> = {
  rsa: {
    sha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    sha384: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384',
    sha512: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  },
  ec: {
    sha256: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
    sha384: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384',
    sha512: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512',
  },
};

export const isNamed = (element: Element, uri: string, name: string): boolean =>
  element.namespaceURI === uri && element.localName === name;
