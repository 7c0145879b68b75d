import { send } from './client.ts';
import { orderHeaders } from './keys.ts';
import { problemOf } from './problem.ts';
import type { Order } from './types/orders.ts';

interface ServerEvent {
  event: string;
  data: string;
}

/** Splits a text/event-stream body into events. Comments and fields this shop does not use are skipped. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let buffer = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    buffer = (buffer + value).replace(/\r\n/g, '\n');
    const blocks = buffer.split('\n\n');
    buffer = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parseBlock(block);
      if (event) yield event;
    }
  }
}

function parseBlock(block: string): ServerEvent | null {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return data.length > 0 ? { event, data: data.join('\n') } : null;
}

/** Follows one order until the signal aborts. EventSource cannot carry a guest's token, so the stream is read by fetch. */
export async function followOrder(orderId: string, onOrder: (order: Order) => void, signal: AbortSignal): Promise<void> {
  const url = new URL(`/api/v1/orders/${orderId}/events`, globalThis.location.origin);
  const response = await send(new Request(url, { signal, headers: { Accept: 'text/event-stream', ...orderHeaders(orderId) } }));
  if (!response.ok || !response.body) throw await problemOf(response);
  for await (const event of readEvents(response.body)) {
    if (event.event === 'order') onOrder(JSON.parse(event.data) as Order);
  }
}
