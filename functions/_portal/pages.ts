export { type PortalErrorProps, portalErrorPage } from './pages/error.ts';
export { type PortalHomeProps, portalHomePage } from './pages/home.ts';
export { type PortalSignedInProps, portalSignedInPage } from './pages/signed-in.ts';
