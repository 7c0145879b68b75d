// A route written by hand in the shape that openapi-typescript generates, without its ceremony.

interface Parts {
  query?: object;
  path?: object;
  header?: object;
  body?: unknown;
  ok?: unknown;
}

interface Parameters<P extends Parts> {
  query?: P extends { query: infer Q } ? Q : never;
  header?: P extends { header: infer H } ? H : never;
  cookie?: never;
}

interface Answer<P extends Parts> {
  headers: Record<string, unknown>;
  content: { 'application/json': P extends { ok: infer T } ? T : undefined };
}

export type Operation<P extends Parts> = {
  parameters: Parameters<P> & (P extends { path: infer T } ? { path: T } : { path?: never });
  responses: { 200: Answer<P> };
} & (P extends { body: infer B } ? { requestBody: { content: { 'application/json': B } } } : { requestBody?: never });
