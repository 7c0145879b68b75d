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
        <Alert tone="warn" title="A price has changed" announce>
          The total now shows the new price. If you agree, press the button again.
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
          {wordsFor(trouble.error)}
        </Alert>
      );
  }
}
