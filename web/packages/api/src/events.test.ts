import { readEvents } from './events.ts';

function stream(...chunks: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
}

async function all(...chunks: string[]) {
  const events = [];
  for await (const event of readEvents(stream(...chunks))) events.push(event);
  return events;
}

describe('readEvents', () => {
  it('puts events together that arrive in pieces, and skips comments', async () => {
    expect(
      await all(': hello\n\nev', 'ent: order\nda', 'ta: {"id":\ndata: 1}\n\n', ':\n\nevent: order\r\ndata: 2\r\n\r\n'),
    ).toEqual([
      { event: 'order', data: '{"id":\n1}' },
      { event: 'order', data: '2' },
    ]);
  });

  it('drops an event cut off at the end', async () => {
    expect(await all('data: 1\n\ndata: 2')).toEqual([{ event: 'message', data: '1' }]);
  });
});
