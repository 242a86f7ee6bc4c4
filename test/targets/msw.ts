import { setupServer } from 'msw/node';
import { hopcat } from '../../mocks/handlers.ts';
import type { Target, TestWorkspace } from './target.ts';
import { merge, must } from './workspace.ts';

const VNEID = 'https://sso.dancuquocgia.gov.vn';

/** What the handlers' sandbox logs: it has no log of its own to hand in. */
function errorsLogged(): { restore(): string[] } {
  const write = process.stderr.write;
  const errors: string[] = [];
  process.stderr.write = ((text: string | Uint8Array, ...rest: []) => {
    if (String(text).includes('"level":"error"')) errors.push(String(text));
    return write.call(process.stderr, text, ...rest);
  }) as typeof write;
  return {
    restore() {
      process.stderr.write = write;
      return errors;
    },
  };
}

/** VNeID at its real address inside this process. Each set of handlers is one workspace. */
export async function msw(): Promise<Target> {
  const logged = errorsLogged();
  const server = setupServer();
  server.listen({ onUnhandledFrame: 'bypass' });
  let current: unknown;

  const openWorkspace: Target['openWorkspace'] = async (settings = {}) => {
    const sandbox = hopcat({ settings });
    /** The real address is one: whoever asks last has it. */
    const send = (url: string, init?: RequestInit) => {
      if (current !== sandbox) server.resetHandlers(...sandbox.handlers);
      current = sandbox;
      return fetch(url, init);
    };
    const control: TestWorkspace['control'] = (path, init) => send(`${sandbox.url}/control${path}`, init);
    return {
      id: 'default',
      origin: new URL(sandbox.url).origin,
      issuer: VNEID,
      control,
      phone: (path, init) => send(`${sandbox.url}/phone${path}`, init),
      fetch: (url, init) => send(url.startsWith('/') ? VNEID + url : url, { redirect: 'manual', ...init }),
      async configure(change) {
        await must(await control('/settings', merge(change)));
      },
    };
  };

  return {
    openWorkspace,
    async stop() {
      server.close();
      const errors = logged.restore();
      if (errors.length > 0) throw new Error(`the sandbox logged:\n${errors.join('')}`);
    },
  };
}
