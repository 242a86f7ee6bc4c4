type Fetch = (request: Request) => Promise<Response>;

interface Cookie {
  name: string;
  value: string;
  path: string;
}

/** One page as a browser without script has it. */
export interface Page {
  url: string;
  status: number;
  html: string;
  /** The text of the element with this `data-testid`; undefined: there is none. */
  text(testid: string): string | undefined;
  /** An attribute of the element with this `data-testid`. */
  attribute(testid: string, name: string): string | undefined;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!);

const attributeOf = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

const tagOf = (html: string, testid: string): RegExpExecArray | null =>
  new RegExp(`<(\\w+)[^>]*\\sdata-testid="${testid}"[^>]*>`).exec(html);

function textOf(html: string, testid: string): string | undefined {
  const tag = tagOf(html, testid);
  if (!tag) return undefined;
  const rest = html.slice(tag.index + tag[0].length);
  const inside = rest.slice(0, rest.indexOf(`</${tag[1]}>`));
  return unescaped(inside.replace(/<[^>]+>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

async function pageOf(response: Response, url: string): Promise<Page> {
  const html = await response.text();
  return {
    url,
    status: response.status,
    html,
    text: (testid) => textOf(html, testid),
    attribute: (testid, name) => {
      const tag = tagOf(html, testid);
      return tag ? attributeOf(tag[0], name) : undefined;
    },
  };
}

/** The form around a button, with everything that pressing the button would send. */
function formAround(html: string, testid: string): { action: string; fields: Record<string, string> } {
  const tag = tagOf(html, testid);
  if (!tag) throw new Error(`no '${testid}' on the page`);
  const start = html.lastIndexOf('<form', tag.index);
  const form = html.slice(start, html.indexOf('</form>', tag.index));
  const action = attributeOf(form.slice(0, form.indexOf('>')), 'action');
  if (action === undefined || start < 0) throw new Error(`'${testid}' stands in no form`);
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => input);
  const pressed = attributeOf(tag[0], 'name');
  return {
    action,
    fields: {
      ...Object.fromEntries(hidden.map((input) => [attributeOf(input, 'name'), attributeOf(input, 'value')])),
      ...(pressed !== undefined && { [pressed]: attributeOf(tag[0], 'value') ?? '' }),
    },
  };
}

/** A browser without script: keeps cookies by path, follows redirects, presses buttons. */
export function openBrowser(fetch: Fetch) {
  const cookies = new Map<string, Cookie>();
  let barrier: string | undefined;

  function keep(header: string, url: URL): void {
    const [pair = '', ...attributes] = header.split('; ');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const given = Object.fromEntries(attributes.map((each) => each.toLowerCase().split('=')));
    const path = given.path ?? url.pathname.replace(/\/[^/]*$/, '');
    if (given['max-age'] === '0') cookies.delete(`${name} ${path}`);
    else cookies.set(`${name} ${path}`, { name, value, path });
  }

  const cookiesFor = ({ pathname }: URL): string =>
    [...cookies.values()]
      .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');

  async function send(to: string, init: RequestInit = {}): Promise<Page> {
    let [url, how] = [to, init];
    for (let hops = 0; hops < 20; hops++) {
      const headers = { accept: 'text/html', cookie: cookiesFor(new URL(url)) };
      const response = await fetch(new Request(url, { ...how, headers: { ...headers, ...how.headers } }));
      for (const header of response.headers.getSetCookie()) keep(header, new URL(url));
      const location = response.headers.get('location');
      if (location === null) return pageOf(response, url);
      url = new URL(location, url).href;
      how = {};
      if (barrier !== undefined && url.startsWith(barrier)) return pageOf(response, url);
    }
    throw new Error(`too many redirects, the last to ${url}`);
  }

  const open = (url: string): Promise<Page> => send(url);

  /** Presses a button, with what was typed into its form. */
  function press(page: Page, testid: string, typed: Record<string, string> = {}): Promise<Page> {
    const { action, fields } = formAround(page.html, testid);
    const body = new URLSearchParams({ ...fields, ...typed });
    return send(new URL(action, page.url).href, { method: 'POST', body });
  }

  /** Follows the link with this `data-testid`. */
  const follow = (page: Page, testid: string): Promise<Page> =>
    open(new URL(page.attribute(testid, 'href') ?? '', page.url).href);

  /** Runs a step whose redirects stop before URLs that begin so; the page's `url` is the one that was not opened. */
  async function stopBefore(prefix: string, step: () => Promise<Page>): Promise<Page> {
    barrier = prefix;
    const held = await step();
    barrier = undefined;
    return held;
  }

  return { open, press, follow, stopBefore, cookies };
}

export type Browser = ReturnType<typeof openBrowser>;
