import { send } from './client.ts';
import { orderHeaders } from './keys.ts';
import { problemOf } from './problem.ts';

export interface ShopFile {
  blob: Blob;
  /** As the shop calls it. */
  name: string;
}

/** A file of the shop that only some may read: a link could not carry the key. A body makes it a POST. */
export async function fetchFile(path: string, options: { orderId?: string; body?: unknown } = {}): Promise<ShopFile> {
  const response = await send(
    new Request(new URL(path, globalThis.location.origin), {
      method: options.body === undefined ? 'GET' : 'POST',
      headers: {
        ...(options.orderId ? orderHeaders(options.orderId) : {}),
        ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    }),
  );
  if (!response.ok) throw await problemOf(response);
  const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '');
  return { blob: await response.blob(), name: named?.[1] ?? 'document' };
}

/** Hands a file to the browser, as if its link had been followed. */
export function saveFile({ blob, name }: ShopFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
