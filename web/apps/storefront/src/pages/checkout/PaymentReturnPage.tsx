import { useQuery } from '@tanstack/react-query';
import { api, orderHeaders, take } from '@tradepost/api';
import { PackageSearch } from 'lucide-react';
import { Navigate, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Empty, Loading } from '../../components/States.tsx';
import { readStored } from '../../lib/storage.ts';
import { confirmPayment } from './payment.ts';
import { payingKey } from './usePayment.ts';

/** Where the bank sends people back to. Which order it was stands in the address, or is remembered by this browser. */
export function PaymentReturnPage() {
  useTitle('Payment');
  const [search] = useSearchParams();
  const id = search.get('order') ?? search.get('orderId') ?? readStored<string | null>(payingKey, null, 'session');
  if (id) return <Asking id={id} />;
  return (
    <Empty
      icon={PackageSearch}
      title="Which order was that?"
      heading="h1"
      action={<ButtonLink to={paths.track()}>Find the order</ButtonLink>}
    >
      <p>This browser no longer knows. Look it up with the number and e-mail address from the confirmation.</p>
    </Empty>
  );
}

/** The shop asks the provider how it went; whatever comes of it, the order's own page tells where the payment stands. */
function Asking({ id }: { id: string }) {
  const asked = useQuery({ queryKey: ['payment-return', id], queryFn: () => ask(id), retry: false, staleTime: Infinity, gcTime: 0 });
  if (!asked.isPending) return <Navigate to={paths.order(id)} replace state={{ arrival: 'waiting' }} />;
  return (
    <div className="page pt-10 pb-24">
      <h1 className="text-2xl font-semibold">Asking the payment provider how it went</h1>
      <p className="mt-2 text-ink-2">This takes a few seconds. Your order is safe.</p>
      <div className="mt-6">
        <Loading label="Asking the payment provider" />
      </div>
    </div>
  );
}

async function ask(id: string): Promise<boolean> {
  const order = await take(api.GET('/api/v1/orders/{id}', { params: { path: { id } }, headers: orderHeaders(id) }));
  if (order.status !== 'pendingPayment' || !order.payment?.id) return true;
  await confirmPayment(id, order.payment.id);
  return true;
}
