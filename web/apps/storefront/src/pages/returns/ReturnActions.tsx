import { useQuery } from '@tanstack/react-query';
import type { Order } from '@tradepost/api';
import { Undo2 } from 'lucide-react';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { returnOptionsQuery } from './queries.ts';
import { Withdraw } from './Withdraw.tsx';

/** What of an order can be sent back, once something of it went out. Nothing is shown where nothing can. */
export function ReturnActions({ order }: { order: Order }) {
  const sent = order.shipments.length > 0;
  const { data } = useQuery({ ...returnOptionsQuery(order.id), enabled: sent });
  if (!sent || !data) return null;
  return (
    <>
      {data.open && (
        <ButtonLink to={paths.askReturn(order.id)} look="secondary">
          <Undo2 size={17} aria-hidden />
          Return items
        </ButtonLink>
      )}
      {data.withdrawal?.open && <Withdraw order={order} until={data.withdrawal.until ?? null} />}
    </>
  );
}
