import { send } from './client.ts';
import { fetchFile, saveFile } from './files.ts';
import { orderHeaders } from './keys.ts';
import { problemOf } from './problem.ts';

/** A file only its owner and staff may see, as an address for this page alone. Revoke it when it is no longer shown. */
export async function fileUrl(path: string, orderId: string): Promise<string> {
  return URL.createObjectURL((await fetchFile(path, { orderId })).blob);
}

/** Fetches such a file and hands it to the person. */
export async function downloadFile(path: string, orderId: string, name: string): Promise<void> {
  saveFile({ ...(await fetchFile(path, { orderId })), name });
}

/** Sends a picture as the body itself. */
export async function uploadFile(path: string, orderId: string, file: Blob): Promise<void> {
  const response = await send(
    new Request(new URL(path, globalThis.location.origin), {
      method: 'POST',
      body: file,
      headers: { 'Content-Type': file.type, ...orderHeaders(orderId) },
    }),
  );
  if (!response.ok) throw await problemOf(response);
}
