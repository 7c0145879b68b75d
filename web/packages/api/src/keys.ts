/** A fresh Idempotency-Key. Keep it for retries of the same submission, make another for a new one. */
export function newIdempotencyKey(): string {
  return globalThis.crypto.randomUUID?.() ?? fallbackKey();
}

// randomUUID exists only on secure origins; a shop tried out over plain http on a local network still needs a key.
function fallbackKey(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const tokenKey = (orderId: string) => `tradepost.order.${orderId}`;

/** A guest's right to read one order, kept in this browser and sent as X-Order-Token. */
export function keepOrderToken(orderId: string, token: string | null | undefined): void {
  if (!token) return;
  try {
    globalThis.localStorage.setItem(tokenKey(orderId), token);
  } catch {
    // Without storage the order can still be found by number and e-mail.
  }
}

export function orderToken(orderId: string): string | null {
  try {
    return globalThis.localStorage.getItem(tokenKey(orderId));
  } catch {
    return null;
  }
}

export function orderHeaders(orderId: string): Record<string, string> {
  const token = orderToken(orderId);
  return token ? { 'X-Order-Token': token } : {};
}
