export { accountPage } from './pages/account.ts';
export { dossierFormPage } from './pages/dossier-form.ts';
export { dossiersPage } from './pages/dossiers.ts';
export { portalErrorPage } from './pages/error.ts';
export { portalHomePage } from './pages/home.ts';
export { provePage } from './pages/prove.ts';
export { servicesPage } from './pages/services.ts';
export { portalSignedInPage } from './pages/signed-in.ts';
