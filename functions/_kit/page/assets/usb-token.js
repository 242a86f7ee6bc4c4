// Answers in place of the USB tokens' plug-ins: WebSockets to their addresses on this machine become requests to the
// sandbox (`system`: the URL of one person's token), all others stay what they are.
globalThis.hopcatUsbToken = (system) => {
  const Real = globalThis.WebSocket;
  const ports = ['4433', '4434', '4435', '9201', '9202', '5002', '5003'];

  const pathOf = (address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const isHere = ['localhost', '127.0.0.1'].includes(url?.hostname);
    if (!isHere || !['ws:', 'wss:'].includes(url.protocol)) return undefined;
    if (url.port === '8987') return `/vgca${url.pathname}`;
    return ports.includes(url.port) && url.pathname === '/plugin' ? '/vnpt' : undefined;
  };

  // As an object where that loses nothing, else to the letter.
  const bodyOf = (text) => {
    try {
      const value = JSON.parse(text);
      if (value !== null && typeof value === 'object' && JSON.stringify(value) === text) return text;
    } catch {}
    return JSON.stringify(text);
  };

  const ask = async (path, text) => {
    let query = '';
    for (;;) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(system + path + query, { method: 'POST', headers, body: bodyOf(text) });
      if (answer.status === 200) return answer.text();
      if (answer.status !== 202) throw new Error(`${answer.status}`);
      query = `?${new URLSearchParams(await answer.json())}`;
    }
  };

  class PluginSocket extends EventTarget {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSING = 2;
    static CLOSED = 3;
    CONNECTING = 0;
    OPEN = 1;
    CLOSING = 2;
    CLOSED = 3;
    readyState = 0;
    protocol = '';
    extensions = '';
    binaryType = 'blob';
    bufferedAmount = 0;
    onopen = null;
    onmessage = null;
    onerror = null;
    onclose = null;
    #path;

    constructor(url, path) {
      super();
      this.url = new URL(url).href;
      this.#path = path;
      setTimeout(() => {
        if (this.readyState !== 0) return;
        this.readyState = 1;
        this.#tell(new Event('open'));
      });
    }

    #tell(event) {
      this.dispatchEvent(event);
      this[`on${event.type}`]?.call(this, event);
    }

    #end(code, wasClean) {
      if (this.readyState === 3) return;
      this.readyState = 3;
      this.#tell(new CloseEvent('close', { code, wasClean }));
    }

    send(text) {
      if (this.readyState === 0) throw new DOMException('Still connecting', 'InvalidStateError');
      if (this.readyState !== 1) return;
      ask(this.#path, String(text)).then(
        (data) => {
          if (this.readyState === 1) this.#tell(new MessageEvent('message', { data }));
        },
        () => {
          if (this.readyState !== 1) return;
          this.#tell(new Event('error'));
          this.#end(1006, false);
        },
      );
    }

    close(code = 1000) {
      if (this.readyState >= 2) return;
      this.readyState = 2;
      setTimeout(() => this.#end(code, true));
    }
  }

  globalThis.WebSocket = new Proxy(Real, {
    construct(target, [url, ...more], self) {
      const path = pathOf(String(url));
      return path === undefined
        ? Reflect.construct(target, [url, ...more], self)
        : new PluginSocket(url, path);
    },
  });
};
