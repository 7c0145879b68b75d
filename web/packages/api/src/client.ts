import createClient from 'openapi-fetch';
import { problemOf, unreachable } from './problem.ts';
import { accessToken, refreshSession, resuming } from './session.ts';
import type { paths } from './schema.ts';

/** Sends a request as this browser; an expired access token is renewed once and the request repeated. */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  // A page opened by a signed-in customer must not ask for private things as a guest while the session resumes.
  if (isPrivate(request.url)) await resuming();
  const sentWith = accessToken();
  const first = await attempt(request, sentWith);
  if (first.status !== 401 || !sentWith || isAuthRoute(request.url)) return first;
  const renewed = accessToken() !== sentWith ? accessToken() !== null : await refreshSession();
  return renewed ? attempt(again, accessToken()) : first;
}

async function attempt(request: Request, token: string | null): Promise<Response> {
  request.headers.set('X-Client', 'browser');
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  try {
    return await globalThis.fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
}

function isPrivate(url: string): boolean {
  return /\/api\/v1\/(me|carts|orders|returns|payments|wishlists|admin)(\/|$|\?)/.test(url);
}

function isAuthRoute(url: string): boolean {
  return /\/api\/v1\/auth\/(login|refresh|register)/.test(url);
}

async function sendOrThrow(request: Request): Promise<Response> {
  const response = await send(request);
  if (!response.ok) throw await problemOf(response);
  return response;
}

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? 'http://localhost',
  fetch: sendOrThrow,
  // Lists repeat the name (brand=a&brand=b), as the shop's own addresses do.
  querySerializer: { array: { style: 'form', explode: true } },
});

/** The body of an answer. Refusals never come this way: they are thrown as ApiProblem. */
export async function take<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}
