/** A new TechID: opaque, and like any GUID it says nothing of whose it is. */
export { guid as newTechId } from '../_oidc/secret.ts';
