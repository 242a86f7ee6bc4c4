export const registrationRoutes = {};
