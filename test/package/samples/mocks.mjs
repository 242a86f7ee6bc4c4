import { contracts } from 'hopcat/contracts';
import { hopcat } from 'hopcat/mocks';
import { setupServer } from 'msw/node';

const sandbox = hopcat({ settings: { autopilot: { person: 'mai' } } });
const server = setupServer(...sandbox.handlers);
server.listen({ onUnhandledFrame: 'error' });

const real = 'https://sso.dancuquocgia.gov.vn';
const discovery = await fetch(`${real}/.well-known/openid-configuration`);
const { issuer } = await discovery.json();
const query = 'response_type=code&client_id=demo-portal&scope=openid&redirect_uri=http://localhost/callback';
const answer = await fetch(`${real}/auth?${query}`, { redirect: 'manual' });
const location = answer.headers.get('location');
console.log(JSON.stringify({ issuer, location, contracts: contracts.map(({ name }) => name) }));
server.close();
