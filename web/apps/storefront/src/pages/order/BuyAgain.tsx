import { api, orderHeaders, take, type Order, type Reordered, type ReorderNotice } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { ShoppingBag } from 'lucide-react';
import { useState } from 'react';
import { paths } from '../../app/paths.ts';
import { useCart } from '../../cart/CartContext.tsx';
import { Alert } from '../../components/Alert.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { useToast } from '../../toasts/Toasts.tsx';

/** What an order held goes into the cart again; what is gone, fewer or dearer is said before anybody pays. */
export function BuyAgain({ order }: { order: Order }) {
  const cart = useCart();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Reordered | null>(null);
  const buy = async () => {
    setBusy(true);
    try {
      const cartId = await cart.ensure();
      const answer = await take(
        api.POST('/api/v1/orders/{id}/reorder', {
          params: { path: { id: order.id } },
          body: { cartId },
          headers: orderHeaders(order.id),
        }),
      );
      cart.accept(await take(api.GET('/api/v1/carts/{id}', { params: { path: { id: answer.cartId } } })));
      if (answer.notices.length > 0) setTold(answer);
      else cart.setDrawerOpen(true);
    } catch (error) {
      toast(wordsFor(error), 'danger');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button look="secondary" busy={busy} onClick={() => void buy()}>
        <ShoppingBag size={17} aria-hidden />
        Buy again
      </Button>
      {told && (
        <div className="w-full">
          <Alert tone="warn" announce title={told.units > 0 ? 'In the cart, with changes' : 'Nothing could be put into the cart'}>
            <ul className="list-disc space-y-1 pl-5">
              {told.notices.map((notice) => (
                <li key={`${notice.variantId}/${notice.reason}`}>{noticeWords(notice)}</li>
              ))}
            </ul>
            {told.units > 0 && (
              <ButtonLink to={paths.cart()} className="mt-3">
                Look at the cart
              </ButtonLink>
            )}
          </Alert>
        </div>
      )}
    </>
  );
}

export function noticeWords({ name, reason, wanted, added, was, now }: ReorderNotice): string {
  switch (reason) {
    case 'gone':
      return `${name} is not to be had any more.`;
    case 'fewer':
      return `Of ${name} there are ${added} instead of ${wanted}.`;
    case 'dearer':
      return `${name} now costs ${now ? formatMoney(now) : ''} instead of ${formatMoney(was)}.`;
    case 'cheaper':
      return `${name} is cheaper now: ${now ? formatMoney(now) : ''} instead of ${formatMoney(was)}.`;
  }
}
