import { useQuery, useQueryClient } from '@tanstack/react-query';
import { followOrder, isProblem, type Order } from '@tradepost/api';
import { useEffect, useState } from 'react';
import { orderQuery } from '../../app/queries.ts';

export type Liveness = 'connecting' | 'live' | 'polling';

const ended = new Set(['delivered', 'cancelled']);
const pollEvery = 10_000;

/** An order that stays current: the shop tells what changes, and is asked again every few seconds when it cannot. */
export function useLiveOrder(id: string) {
  const client = useQueryClient();
  const query = useQuery(orderQuery(id));
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  const done = query.data ? ended.has(query.data.status) : false;
  const ready = query.isSuccess;

  useEffect(() => {
    if (!ready || done) return;
    const stop = new AbortController();
    void follow(id, stop.signal, setLiveness, (order) => client.setQueryData(['order', id], order));
    return () => stop.abort();
  }, [id, ready, done, client]);

  useEffect(() => {
    if (liveness !== 'polling' || done) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['order', id] }), pollEvery);
    return () => clearInterval(timer);
  }, [liveness, done, client, id]);

  return { ...query, liveness: done ? ('live' as const) : liveness };
}

/** Keeps the stream open: a connection that ends is made again, a little later each time. */
async function follow(
  id: string,
  signal: AbortSignal,
  tell: (state: Liveness) => void,
  onOrder: (order: Order) => void,
): Promise<void> {
  for (let wait = 1000; !signal.aborted; wait = Math.min(wait * 2, 30_000)) {
    try {
      await followOrder(
        id,
        (order) => {
          tell('live');
          wait = 1000;
          onOrder(order);
        },
        signal,
      );
    } catch (error) {
      if (signal.aborted || (isProblem(error) && (error.status === 401 || error.status === 404))) return;
    }
    if (signal.aborted) return;
    tell('polling');
    await new Promise((again) => setTimeout(again, wait));
  }
}
