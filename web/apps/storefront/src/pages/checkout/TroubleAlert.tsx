import { isProblem } from '@tradepost/api';
import { traceOf, wordsFor } from '@tradepost/ui';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Alert } from '../../components/Alert.tsx';
import type { Trouble } from './useCheckout.ts';

/** What kept the order from being placed, and the way on. */
export function TroubleAlert({ trouble }: { trouble: Trouble }) {
  switch (trouble.kind) {
    case 'noAnswer':
      return (
        <Alert tone="warn" title="The shop did not answer" announce>
          Check your connection, then press the button again. It is the same order and the same payment: nothing is bought or paid
          twice.
        </Alert>
      );
    case 'cartChanged':
      return (
        <Alert tone="warn" title="The price has changed" announce>
          The total now shows what it comes to. If you agree, press the button again.
        </Alert>
      );
    case 'shortage':
      return (
        <Alert tone="danger" title="Somebody was faster" announce>
          {trouble.names.length > 0
            ? `There is not enough left of ${trouble.names.join(', ')}. `
            : 'There is not enough left of something in your cart. '}
          Nothing was charged.{' '}
          <Link to={paths.cart()} className="underline underline-offset-4">
            Change the cart
          </Link>
        </Alert>
      );
    case 'refused':
      return (
        <Alert tone="danger" title="The order was not placed" announce traceId={traceOf(trouble.error)}>
          <p>{wordsFor(trouble.error)}</p>
          <Complaints error={trouble.error} />
        </Alert>
      );
  }
}

/** What the shop found wrong with single fields that stand in another part of the page. */
function Complaints({ error }: { error: unknown }) {
  if (!isProblem(error) || Object.keys(error.errors).length === 0) return null;
  return (
    <ul className="mt-1 list-disc pl-5">
      {Object.entries(error.errors).map(([field, complaints]) => (
        <li key={field}>
          {fieldName(field)} {complaints[0]}
        </li>
      ))}
    </ul>
  );
}

/** "shippingAddress.postalCode" as a person would say it: "Postal code". */
function fieldName(field: string): string {
  const last = field.split('.').at(-1) ?? field;
  const words = last.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
