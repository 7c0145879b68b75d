import { api, isProblem, take, type Cart, type PlacedOrder, type PlaceOrder } from '@tradepost/api';
import { useCallback, useRef, useState } from 'react';
import { paths } from '../../app/paths.ts';
import { useCart } from '../../cart/CartContext.tsx';
import { store } from '../../lib/storage.ts';
import { toAddress } from './address.ts';
import { forgetDraft, type Draft } from './draft.ts';
import { Attempt, isUnanswered, placeOrder } from './payment.ts';
import { usePayment, type PayWith } from './usePayment.ts';

export const placedKey = 'tradepost.placed';

export type Trouble =
  { kind: 'cartChanged' } | { kind: 'shortage'; names: string[] } | { kind: 'noAnswer' } | { kind: 'refused'; error: unknown };

/** The purchase itself: tells the shop where and how it goes, places the order once, then pays for it. */
export function useCheckout(draft: Draft) {
  const { cart, accept, forget, reload } = useCart();
  const [placed, setPlaced] = useState<{ order: PlacedOrder; cart: Cart } | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const attempt = useRef(new Attempt<PlaceOrder>());
  const payment = usePayment();
  const cartId = cart?.id ?? '';

  const setAddress = useCallback(async () => {
    const { country, state, postalCode, city } = draft.address;
    const body = {
      country,
      state: state || undefined,
      postalCode: postalCode.trim() || undefined,
      city: city.trim() || undefined,
    };
    accept(await take(api.PUT('/api/v1/carts/{id}/address', { params: { path: { id: cartId } }, body })));
  }, [accept, cartId, draft.address]);

  const setOption = useCallback(
    async (id: string) => {
      accept(await take(api.PUT('/api/v1/carts/{id}/shipping-option', { params: { path: { id: cartId } }, body: { id } })));
    },
    [accept, cartId],
  );

  const placeOnce = async (method: string): Promise<PlacedOrder | null> => {
    if (placed) return placed.order;
    if (!cart?.shippingOptionId) return null;
    const order = await placeOrder(attempt.current, orderOf(draft, cart, cart.shippingOptionId, method));
    setPlaced({ order, cart });
    store(placedKey, order.id, 'session');
    forget();
    return order;
  };

  const buy = async (payWith: PayWith): Promise<void> => {
    setTrouble(null);
    try {
      const order = await placeOnce(payWith.method);
      if (!order) return;
      // Cash is paid at the door: the shop accepts the order by itself, there is nothing to start.
      if (order.status === 'pendingPayment' && payWith.method !== 'cod') await payment.pay(order, payWith);
      else payment.arrive(order.id, 'thanks');
      forgetDraft();
    } catch (error) {
      setTrouble(troubleOf(error, cart));
      const changed = isProblem(error, 'cart.changed') ? error.extensions.cart : undefined;
      if (changed) accept(changed as Cart);
      else if (isProblem(error) && error.status === 409) reload();
    }
  };

  return {
    cart: placed?.cart ?? cart,
    placed: placed?.order ?? null,
    trouble,
    declined: payment.declined,
    setAddress,
    setOption,
    buy,
  };
}

function orderOf(draft: Draft, cart: Cart, shippingOptionId: string, paymentMethod: string): PlaceOrder {
  return {
    cartId: cart.id,
    email: draft.email.trim(),
    name: draft.address.name.trim(),
    shippingAddress: toAddress(draft.address),
    billingAddress: draft.billingSame ? undefined : toAddress(draft.billing),
    shippingOptionId,
    paymentMethod,
    returnUrl: paths.paymentReturn(),
  };
}

export function troubleOf(error: unknown, cart: Cart | undefined): Trouble {
  if (isUnanswered(error)) return { kind: 'noAnswer' };
  if (isProblem(error, 'cart.changed')) return { kind: 'cartChanged' };
  if (isProblem(error, 'inventory.insufficient')) {
    const short = Array.isArray(error.extensions.lines) ? (error.extensions.lines as { variantId?: string }[]) : [];
    const names = (cart?.lines ?? [])
      .filter((line) => short.some((one) => one.variantId === line.variantId))
      .map((line) => line.name);
    return { kind: 'shortage', names };
  }
  return { kind: 'refused', error };
}
