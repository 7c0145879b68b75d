import { PackageSearch } from 'lucide-react';
import { Navigate, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Empty } from '../../components/States.tsx';
import { readStored } from '../../lib/storage.ts';
import { payingKey } from './usePayment.ts';

/** Where the bank sends people back to. Which order it was stands in the address, or is remembered by this browser. */
export function PaymentReturnPage() {
  useTitle('Payment');
  const [search] = useSearchParams();
  const id = search.get('order') ?? search.get('orderId') ?? readStored<string | null>(payingKey, null, 'session');
  if (id) return <Navigate to={paths.order(id)} replace state={{ arrival: 'waiting' }} />;
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
