import { isProblem, type Cart, type PlacedOrder, type PlaceOrder } from '@tradepost/api';
import { useCallback, useRef, useState } from 'react';
import { paths } from '../../app/paths.ts';
import { useCart } from '../../cart/CartContext.tsx';
import { payBy, sendBy, sendTo, writeTo } from '../../cart/edits.ts';
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
  const { cart, accept, edit, forget, reload } = useCart();
  const [placed, setPlaced] = useState<{ order: PlacedOrder; cart: Cart } | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const attempt = useRef(new Attempt<PlaceOrder>());
  const telling = useRef<Promise<void>>(Promise.resolve());
  const payment = usePayment();

  const setAddress = useCallback(async () => {
    const { country, state, postalCode, city } = draft.address;
    const body = {
      country,
      state: state || undefined,
      postalCode: postalCode.trim() || undefined,
      city: city.trim() || undefined,
    };
    const email = draft.email.trim();
    const remind = draft.remind ?? undefined;
    await edit(async (now) => (saysSo(now, email, remind) ? now : writeTo(now, email, remind)));
    await edit((now) => sendTo(now, body));
  }, [edit, draft.address, draft.email, draft.remind]);

  const setOption = useCallback((id: string) => edit((now) => sendBy(now, id)).then(() => undefined), [edit]);

  // Told early, so that a discount for a way to pay shows before the button is pressed. The order says it again in any case.
  const setMethod = useCallback(
    (id: string) => {
      const tell = () => edit(async (now) => (now.paymentMethod === id ? now : payBy(now, id)));
      telling.current = telling.current.then(tell).then(noted, noted);
    },
    [edit],
  );

  const placeOnce = async (method: string): Promise<PlacedOrder | null> => {
    if (placed) return placed.order;
    await telling.current;
    const shown = await edit((now) => Promise.resolve(now));
    if (!shown.shippingOptionId) return null;
    // What the way to pay made of the total must have been on the button before it is charged.
    if (cart && shown.totals.total.minor > cart.totals.total.minor) {
      setTrouble({ kind: 'cartChanged' });
      return null;
    }
    const order = await placeOrder(attempt.current, orderOf(draft, shown, shown.shippingOptionId, method));
    setPlaced({ order, cart: shown });
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
    payment,
    setAddress,
    setOption,
    setMethod,
    buy,
  };
}

const noted = () => undefined;

function saysSo(cart: Cart, email: string, remind: boolean | undefined): boolean {
  return cart.contact?.email === email && (remind === undefined || cart.contact.remind === remind);
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
    cartVersion: cart.version,
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
