import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, NODES, pack, root, temporaryFolder } from './install.ts';

const packed = temporaryFolder();
let tarball: string;
let files: string[];
beforeAll(async () => {
  ({ tarball, files } = await pack(packed.folder));
}, 300_000);
afterAll(packed.remove);

test('the package holds what runs, its manuals and its licence, and nothing else', () => {
  expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'README.vi.md', 'LICENSE']));
  const others = files.filter((file) => !/^(package\.json|README(\.vi)?\.md|LICENSE)$/.test(file));
  expect(
    others.filter((file) => !/^dist\/.*(\.js|\.d\.ts|\.css|\.svg|\.woff2|\.ttf|OFL\.txt)$/.test(file)),
  ).toEqual([]);
  expect(others.filter((file) => /test|infra|bench|dynamodb|lambda/.test(file))).toEqual([]);
});

test('no declaration of the package says any', () => {
  const comments = /\/\*[\s\S]*?\*\//g;
  const texts = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;
  const declared = files.filter((file) => file.endsWith('.d.ts'));
  expect(declared.length).toBeGreaterThan(50);
  const says = declared.filter((file) =>
    /\bany\b/.test(readFileSync(join(root, file), 'utf8').replace(comments, '').replace(texts, "''")),
  );
  expect(says).toEqual([]);
});

describe.each(Object.entries(NODES))('installed into an empty project, on Node %s', (major, version) => {
  const { folder, remove } = temporaryFolder();
  const bin = join(folder, 'node_modules/.bin');
  const env = { ...process.env, NO_COLOR: '1', PATH: `${bin}${delimiter}${process.env.PATH}` };
  const run = (...args: string[]) => promisify(execFile)(join(bin, 'node'), args, { cwd: folder, env });

  beforeAll(async () => {
    await install(folder, tarball, version);
    const samples = join(import.meta.dirname, 'samples');
    for (const file of readdirSync(samples))
      copyFileSync(join(samples, file), join(folder, file.replace(/\.sample$/, '')));
  }, 600_000);
  afterAll(remove);

  test('that Node is the one that runs', () => {
    const says = execFileSync(join(bin, 'node'), ['--version'], { env });
    expect(says.toString()).toMatch(new RegExp(`^v${major}\\.`));
  });

  test('hopcat start says nothing but its greeting, and a citizen signs in', async () => {
    const child = spawn(join(bin, 'hopcat'), ['start', '--port', '0'], { cwd: folder, env });
    let [out, err] = ['', ''];
    child.stderr.on('data', (text) => {
      err += text;
    });
    while (!/Issuer +\S+\s/.test(out)) {
      const [text] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      if (typeof text !== 'object') throw new Error(`it ended: ${err}`);
      out += text;
    }
    const [, issuer] = /Issuer +(\S+)/.exec(out) as RegExpExecArray;
    const { stdout } = await run('sign-in.mjs', issuer as string);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'Nguyễn Văn An' });
    const page = await fetch(`${new URL(issuer as string).origin}/assets/page.css`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('@font-face')]);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(err).toBe('');
  });

  test('hopcat/mocks answers at the real origin, and hopcat/contracts can be read', async () => {
    const { stdout } = await run('mocks.mjs');
    expect(JSON.parse(stdout)).toEqual({
      issuer: 'https://sso.dancuquocgia.gov.vn',
      location: expect.stringMatching(/^http:\/\/localhost\/callback\?code=/),
      contracts: expect.arrayContaining(['vneid', 'phone', 'control']),
    });
  });

  test('their types hold for a strict compiler that checks libraries too', () => {
    const options = [
      '--strict',
      '--noEmit',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--lib',
      'es2024,dom',
    ];
    const compiler = join(root, 'node_modules/.bin/tsc');
    const judged = execFile(compiler, ['--ignoreConfig', ...options, 'consumer.ts'], { cwd: folder, env });
    let said = '';
    judged.stdout?.on('data', (text) => {
      said += text;
    });
    return once(judged, 'close').then(([code]) => expect([code, said]).toEqual([0, '']));
  });
});
