import type { CertificateView } from '../../../contracts/_pki/data.ts';
import type { TestWorkspace } from '../../targets/target.ts';

/** The test PKI of a workspace, by HTTP alone. */
export class Pki {
  readonly base: string;
  readonly #ws: TestWorkspace;

  constructor(ws: TestWorkspace) {
    this.#ws = ws;
    this.base = `${ws.origin}/${ws.id}/pki`;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#ws.fetch(path.startsWith('http') ? path : this.base + path, { headers });
  }

  async bytes(path: string, headers?: Record<string, string>): Promise<Buffer> {
    return Buffer.from(await (await this.get(path, headers)).arrayBuffer());
  }

  /** Sends a question in bytes. */
  async ask(path: string, type: string, body: Uint8Array, headers: Record<string, string> = {}) {
    const init = {
      method: 'POST',
      headers: { 'content-type': type, ...headers },
      body: new Uint8Array(body),
    };
    const answer = await this.#ws.fetch(this.base + path, init);
    return { answer, bytes: Buffer.from(await answer.clone().arrayBuffer()) };
  }

  post(path: string, body: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return this.#ws.fetch(this.base + path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  form(path: string, fields: Record<string, string>): Promise<Response> {
    return this.#ws.fetch(this.base + path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Somebody's certificate, made where it is not there yet. */
  async certificate(slug: string, query = 'provider=file'): Promise<CertificateView> {
    const answer = await this.get(`/api/people/${slug}/certificates?${query}`);
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()).certificates[0];
  }
}
