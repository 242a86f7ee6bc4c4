import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Node as each installed project has it: of npm's own `node` package, one a major version. */
export const NODES = { 22: '22.23.3', 24: manifest.devDependencies.node as string };

const bin = join(root, 'node_modules/.bin');

/** Runs npm under the repository's own Node, without what the npm around this test has set. */
async function npm(cwd: string, ...args: string[]): Promise<string> {
  const outer = Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)/i.test(name));
  // A connection that hangs is tried anew after half a minute; npm by itself waits for five.
  const env = {
    npm_config_fetch_timeout: '30000',
    ...Object.fromEntries(outer),
    PATH: `${bin}${delimiter}${process.env.PATH}`,
  };
  const options = { cwd, env, timeout: 600_000, maxBuffer: 1e8 };
  const { stdout } = await promisify(execFile)('npm', args, options).catch((error) => {
    throw new Error(`npm ${args.join(' ')} failed: ${error.stderr}`);
  });
  return stdout;
}

/** What `npm pack` makes; `prepack` builds it first. */
export async function pack(folder: string): Promise<{ tarball: string; files: string[] }> {
  const out = await npm(root, 'pack', '--json', '--pack-destination', folder);
  const made = JSON.parse(out.slice(out.indexOf('[\n')))[0];
  return {
    tarball: join(folder, made.filename),
    files: made.files.map(({ path }: { path: string }) => path),
  };
}

/** An empty project with nothing but the tarball, a Node of its own, and MSW beside them. */
export async function install(folder: string, tarball: string, node: string): Promise<void> {
  const project = { name: 'portal', private: true, type: 'module', allowScripts: { node: true } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project));
  const msw = `msw@${manifest.devDependencies.msw}`;
  await npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball, `node@${node}`, msw);
}

export function temporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'hopcat-package-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
