import { isProblem } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCart } from '../../cart/CartContext.tsx';
import { useSession } from '../../session/useSession.ts';
import { useToast } from '../../toasts/Toasts.tsx';

/** Follows the link of a reminder: takes up the cart it names, once, and takes the name out of the address. */
export function useRestore(): boolean {
  const [search, setSearch] = useSearchParams();
  const { restore } = useCart();
  const { status } = useSession();
  const toast = useToast();
  const wanted = search.get('restore');
  const begun = useRef<string | null>(null);
  const [busy, setBusy] = useState(wanted !== null);
  useEffect(() => {
    if (!wanted || status === 'resuming' || begun.current === wanted) return;
    begun.current = wanted;
    setBusy(true);
    restore(wanted)
      .then(
        () => toast('Your cart is back.'),
        (error: unknown) => {
          const over = isProblem(error) && (error.status === 404 || error.status === 400);
          toast(over ? 'That cart is no longer there. It was ordered, or it has expired.' : wordsFor(error), 'danger');
        },
      )
      .finally(() => {
        setBusy(false);
        setSearch({}, { replace: true });
      });
  }, [wanted, status, restore, toast, setSearch]);
  return busy;
}
