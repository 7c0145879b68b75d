import { useQueryClient } from '@tanstack/react-query';
import { api, take, type CartLine } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../app/paths.ts';
import { useCart } from '../cart/CartContext.tsx';
import { useSession } from '../session/useSession.ts';
import { useToast } from '../toasts/Toasts.tsx';
import { refreshWishlists } from './queries.ts';

/** Takes a line out of the cart and puts it on the default wishlist. Only the signed-in have one. */
export function SaveForLater({ line, disabled }: { line: CartLine; disabled: boolean }) {
  const { status } = useSession();
  const { cart, accept } = useCart();
  const client = useQueryClient();
  const toast = useToast();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  if (status !== 'signedIn' || !cart) return null;
  const save = async () => {
    setBusy(true);
    try {
      const body = { cartId: cart.id, lineId: line.id };
      const saved = await take(api.POST('/api/v1/wishlists/default/items/from-cart', { body }));
      accept(saved.cart);
      toast(`${line.name} waits on your wishlist.`, 'plain', { label: 'See it', run: () => void navigate(paths.wishlists()) });
      await refreshWishlists(client);
    } catch (error) {
      toast(wordsFor(error), 'danger');
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      disabled={disabled || busy}
      onClick={() => void save()}
      aria-label={`Save ${line.name} for later`}
      className="ml-auto min-h-11 rounded-full px-3 text-sm text-ink-2 underline-offset-4 hover:text-ink hover:underline"
    >
      Save for later
    </button>
  );
}
