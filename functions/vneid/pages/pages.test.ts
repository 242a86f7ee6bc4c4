import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calendarRules } from '../../../contracts/_calendar.ts';
import { findingCodes } from '../../../contracts/_clean.ts';
import { reasonCodes } from '../../../contracts/_sign/verdict.ts';
import { people } from '../../../test/browser/samples/world.ts';
import { samples } from '../../../test/browser/samples.ts';
import { assets } from '../../_kit/page/assets.ts';
import { faultPage } from '../../_kit/page/parts.ts';
import { portalErrorPage } from '../../_portal/pages.ts';
import { phonePage } from '../../phone/pages.ts';
import { consentPage, formPostPage, signInPage } from './index.ts';

const frame = { lang: 'vi', assets: '/assets' } as const;
const page = (name: string, lang: 'vi' | 'en' = 'vi'): string =>
  String(samples[name]!({ lang, assets: '/assets' }));
const all = (markup: string, pattern: RegExp): string[] =>
  [...markup.matchAll(pattern)].map((match) => match[1] ?? '');
const slugs = new RegExp(`^(person|open-phone|token-of)-(${people.map((person) => person.slug).join('|')})$`);
const rules = new RegExp(`^(rule|standing|before|on)-(${Object.keys(calendarRules).join('|')})$`);
const found = new RegExp(`^(finding|toggle|rows)-(${findingCodes.join('|')})$`);
const reasons = new RegExp(`^reason-(${reasonCodes.join('|')})$`);
const testids = (markup: string) =>
  all(markup, /data-testid="([^"]*)"/g).map((id) =>
    id
      .replace(slugs, '$1-{slug}')
      .replace(rules, '$1-{rule}')
      .replace(found, '$1-{finding}')
      .replace(/^(service|apply|choose)-\d\.\d{6}$/, '$1-{service}')
      .replace(/^choose-certificate-[\dA-F]{2,}$/, 'choose-certificate-{serial}')
      .replace(/^(field|from)-[A-Z]\w+$/, '$1-{field}')
      .replace(/^(format|download|signature|verify|details)-(pdf|xml)$/, '$1-{format}')
      .replace(/^(to|samples)-(valid|certificate|changed|stamp|hash|form)$/, '$1-{group}')
      .replace(/^level-B-L?T$/, 'level-{level}')
      .replace(reasons, 'reason-{code}'),
  );

test('docs/testids.md lists the test ids of the pages, all of them and no other', () => {
  const doc = readFileSync(new URL('../../../docs/testids.md', import.meta.url), 'utf8');
  const listed = [...new Set(all(doc, /^\| `([^`]+)` +\|/gm).filter((id) => id !== 'data-testid'))];
  const shown = Object.keys(samples)
    .filter((name) => name !== 'parts')
    .flatMap((name) => testids(page(name)));
  expect(listed.toSorted()).toEqual([...new Set(shown)].toSorted());
});

describe.each(Object.keys(samples))('the page %s', (name) => {
  test('has a test id on every control', () => {
    const controls = page(name).match(/<(a|button|form|iframe|input|select|summary|textarea)\b[^>]*>/g) ?? [];
    const visible = controls.filter((control) => !control.includes('type="hidden"'));
    expect(visible.length).toBeGreaterThan(0);
    expect(visible.filter((control) => !control.includes('data-testid="'))).toEqual([]);
  });

  test('ties every label, hint and error to something that is there, once', () => {
    const markup = page(name);
    const ids = all(markup, / id="([^"]*)"/g);
    expect(ids).toEqual([...new Set(ids)]);
    const pointed = all(markup, / (?:for|aria-describedby|aria-labelledby)="([^"]*)"/g).flatMap((each) =>
      each.split(' '),
    );
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([]);
    const inputs = all(markup, /<input id="([^"]*)"/g);
    expect(inputs.filter((id) => !markup.includes(`<label for="${id}"`))).toEqual([]);
  });

  test('has one h1 and one main, and says in both languages that it is a test environment', () => {
    const markup = page(name);
    expect([markup.match(/<h1/g), markup.match(/<main/g)].map((found) => found?.length)).toEqual([1, 1]);
    expect(markup).toContain('không phải trang của cơ quan nhà nước');
    expect(markup).toContain('not a government site');
  });

  test('has no inline style or script, and loads its own assets only', () => {
    const markup = page(name);
    expect(markup).not.toMatch(/\sstyle=|<style|\son[a-z]+="|<script(?![^>]* src=)/);
    const loaded = all(markup, /<(?:link|script)[^>]*(?:href|src)="([^"]*)"/g);
    expect(loaded.filter((url) => !Object.hasOwn(assets, url.replace('/assets/', '')))).toEqual([]);
  });

  test('puts the asked language first', () => {
    expect(page(name, 'vi')).toContain('<html lang="vi">');
    expect(page(name, 'en')).toContain('<html lang="en">');
    expect(page(name, 'en')).toMatch(/<p class="banner"[^>]*><span class="say"><span lang="en">/);
  });
});

describe('what others wrote', () => {
  const evil = `"><script>alert(1)</script><img src=x onerror='x'>`;
  const text = { vi: evil, en: `${evil}.` };
  const post = { action: evil, hidden: { [evil]: evil } };
  const client = { name: evil };
  const person = { slug: evil, name: evil, hint: evil, tags: [evil], reason: text, group: text };
  const qr = {
    text: evil,
    shortCode: evil,
    status: 'waiting',
    secondsLeft: 1,
    pollUrl: evil,
    reloadUrl: evil,
    continueUrl: evil,
  } as const;
  const approval = {
    id: evil,
    title: text,
    asks: evil,
    details: [{ label: text, value: evil, wire: evil }],
    secondsLeft: 1,
    post,
  };
  const pages = {
    'sign-in': signInPage({
      ...frame,
      client,
      post,
      cancel: evil,
      username: evil,
      error: { title: text, cure: text },
      qr,
      panel: { people: [person], post, phonesUrl: evil },
    }),
    consent: consentPage({
      ...frame,
      client,
      redirectHost: evil,
      person: evil,
      claims: [
        { label: text, value: evil, wire: evil },
        { label: text, value: text, wire: evil },
      ],
      grants: [text],
      post,
    }),
    'form-post': formPostPage(evil, { [evil]: evil }, { client: evil }),
    fault: faultPage({
      title: text,
      happened: text,
      cure: text,
      detail: evil,
      back: { url: evil, label: text },
    }),
    phone: phonePage({
      ...frame,
      person: { name: evil, phone: evil },
      now: 0,
      version: evil,
      stateUrl: evil,
      reloadUrl: evil,
      approvals: [approval],
      signatures: [
        {
          ...approval,
          documents: [{ name: evil, hash: evil, digest: evil }],
          certificate: approval.details,
          pin: { triesLeft: 1, triedWrong: true },
        },
      ],
      scans: [{ ...approval, shortCode: evil }],
      messages: [{ id: evil, sender: evil, at: 0, text: evil, code: evil }],
    }),
    'portal error': portalErrorPage({
      portal: { vi: 'Cổng', en: 'Portal' },
      provider: 'VNeID',
      ...frame,
      error: evil,
      description: evil,
      facts: [{ label: text, value: evil }],
      retry: post,
      home: evil,
    }),
  };

  test.each(Object.entries(pages))('stays text on the page %s', (_name, markup) => {
    expect(String(markup)).not.toContain('<script>alert');
    expect(String(markup)).not.toContain('<img');
    expect(String(markup)).toContain('&lt;script&gt;');
  });

  test.each(['javascript:alert(1)', 'JavaScript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x'])(
    'never becomes a link that runs: %j',
    (url) => {
      const markup =
        String(faultPage({ title: text, cure: text, back: { url } })) + String(formPostPage(url, {}));
      expect(markup).not.toMatch(/(href|action)="\s*(java\s*script|data):/i);
    },
  );
});

test('the access token is never on the page in full', () => {
  expect(page('portal-signed-in')).not.toContain('kX9vJwqv');
});
