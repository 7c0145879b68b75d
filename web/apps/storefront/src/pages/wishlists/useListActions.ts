import { useQueryClient } from '@tanstack/react-query';
import { api, take, type WishlistItem, type WishlistPage } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { useState } from 'react';
import { useCart } from '../../cart/CartContext.tsx';
import { useToast } from '../../toasts/Toasts.tsx';
import { refreshWishlists } from '../../wishlists/queries.ts';

/** What can be done with a list and what is on it. Each tells what happened and offers the way back where there is one. */
export function useListActions(list: Pick<WishlistPage, 'id' | 'name'>) {
  const client = useQueryClient();
  const toast = useToast();
  const { ensure, accept, setDrawerOpen } = useCart();
  const [busy, setBusy] = useState<string | null>(null);
  const changed = () => refreshWishlists(client);
  const run = async (what: string, work: () => Promise<void>) => {
    setBusy(what);
    try {
      await work();
    } catch (error) {
      toast(wordsFor(error), 'danger');
    } finally {
      await changed();
      setBusy(null);
    }
  };
  const put = async (listId: string, { productId, variantId }: WishlistItem) =>
    take(api.POST('/api/v1/wishlists/{id}/items', { params: { path: { id: listId } }, body: { productId, variantId } }));
  const takeOff = async (item: WishlistItem) =>
    take(api.DELETE('/api/v1/wishlists/{id}/items/{itemId}', { params: { path: { id: list.id, itemId: item.id } } }));

  const restore = (item: WishlistItem) => void run(item.id, async () => void (await put(list.id, item)));
  const remove = (item: WishlistItem) =>
    run(item.id, async () => {
      await takeOff(item);
      const undo = item.status === 'unavailable' ? undefined : { label: 'Undo', run: () => restore(item) };
      toast(`${item.name} was taken off ${list.name}.`, 'plain', undo);
    });
  const moveToCart = (item: WishlistItem) =>
    run(item.id, async () => {
      const path = { id: list.id, itemId: item.id };
      accept(
        await take(
          api.POST('/api/v1/wishlists/{id}/items/{itemId}/move-to-cart', { params: { path }, body: { cartId: await ensure() } }),
        ),
      );
      setDrawerOpen(true);
    });
  const moveTo = (item: WishlistItem, other: { id: string; name: string }) =>
    run(item.id, async () => {
      await put(other.id, item);
      await takeOff(item);
      toast(`${item.name} is on ${other.name} now.`);
    });
  const moveAll = () =>
    run('all', async () => {
      const path = { id: list.id };
      const { cart, moved, left } = await take(
        api.POST('/api/v1/wishlists/{id}/move-to-cart', { params: { path }, body: { cartId: await ensure() } }),
      );
      accept(cart);
      if (moved > 0) setDrawerOpen(true);
      const rest = left.length > 0 ? ` ${plural(left.length, 'thing')} can’t be bought right now and stayed.` : '';
      toast(moved > 0 ? `${plural(moved, 'thing')} went into your cart.${rest}` : 'Nothing here can be bought right now.');
    });
  const edit = (body: { name?: string; notify?: boolean; isDefault?: true }) =>
    take(api.PATCH('/api/v1/wishlists/{id}', { params: { path: { id: list.id } }, body })).then(changed);
  return { busy, changed, run, remove, moveToCart, moveTo, moveAll, edit };
}

export type ListActions = ReturnType<typeof useListActions>;
