export class Refusal extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    super(String(body.title));
    this.status = status;
    this.body = body;
  }
}

export function refuse(status: number, code: string, title: string, extra: Record<string, unknown> = {}): never {
  throw new Refusal(status, { type: 'about:blank', status, code, title, traceId: '4bf92f3577b34da6a3ce929d0e0e4736', ...extra });
}
