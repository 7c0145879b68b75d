import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, take, type WishlistItem, type WishlistMark, type WishlistMarks } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { paths } from '../app/paths.ts';
import { useSession } from '../session/useSession.ts';
import { useToast } from '../toasts/Toasts.tsx';
import { holdWish, type Wish } from './pending.ts';
import { marksKey, marksQuery, refreshWishlists } from './queries.ts';

/** Whether the mark is of what is wished for: of the variant, or of any when only the product is named. */
export function isOf(wish: Wish, mark: WishlistMark): boolean {
  return mark.productId === wish.productId && (!wish.variantId || mark.variantId === wish.variantId);
}

export const addWish = ({ productId, variantId }: Wish): Promise<WishlistItem> =>
  take(api.POST('/api/v1/wishlists/default/items', { body: { productId, ...(variantId ? { variantId } : {}) } }));

const removeWish = (list: string, mark: WishlistMark) =>
  take(api.DELETE('/api/v1/wishlists/{id}/items/{itemId}', { params: { path: { id: list, itemId: mark.itemId } } }));

/** The heart of a product: whether it is on the default list, and a switch. A guest is asked to sign in first. */
export function useWish(wish: Wish) {
  const client = useQueryClient();
  const { status } = useSession();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const marks = useQuery({ ...marksQuery(), enabled: status === 'signedIn' }).data;
  const mine = marks?.items.filter((mark) => isOf(wish, mark)) ?? [];
  const on = status === 'signedIn' && mine.length > 0;

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toast(wordsFor(error), 'danger');
    } finally {
      await refreshWishlists(client);
      setBusy(false);
    }
  };
  const add = () =>
    run(async () => {
      note(client, await addWish(wish));
      toast(`${wish.name} is on your wishlist.`, 'plain', { label: 'See it', run: () => void navigate(paths.wishlists()) });
    });
  const remove = (list: string) =>
    run(async () => {
      for (const mark of mine) await removeWish(list, mark);
      toast(`${wish.name} was taken off your wishlist.`, 'plain', { label: 'Undo', run: () => void add() });
    });
  const toggle = () => {
    if (busy) return;
    if (status !== 'signedIn') {
      holdWish(wish);
      toast('Sign in, and it goes on your wishlist.');
      void navigate(paths.signIn(pathname + search));
    } else if (on && marks?.defaultId) void remove(marks.defaultId);
    else void add();
  };
  return { on, busy, toggle };
}

/** The heart fills at once; what the shop says follows. */
function note(client: QueryClient, item: WishlistItem): void {
  client.setQueryData<WishlistMarks>(marksKey, (marks) => {
    const mark = { itemId: item.id, productId: item.productId, variantId: item.variantId };
    const items = marks?.items ?? [];
    return items.some((one) => one.itemId === item.id)
      ? marks
      : { defaultId: item.wishlistId, total: (marks?.total ?? 0) + 1, items: [mark, ...items] };
  });
}
