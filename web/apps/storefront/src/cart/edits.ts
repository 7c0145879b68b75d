import { api, take, type Cart, type CartAddress } from '@tradepost/api';

// What can be done to a cart. Each answers the cart as it is afterwards.

const at = (cart: Cart) => ({ params: { path: { id: cart.id } } });

/** Of the version on the screen only: what was changed in another tab must not be overwritten unseen. */
export function setLine(cart: Cart, lineId: string, quantity: number): Promise<Cart> {
  const header = cart.version === undefined ? {} : { 'If-Match': `"${cart.version}"` };
  const params = { path: { id: cart.id, lineId }, header };
  return take(
    quantity === 0
      ? api.DELETE('/api/v1/carts/{id}/lines/{lineId}', { params })
      : api.PATCH('/api/v1/carts/{id}/lines/{lineId}', { params, body: { quantity } }),
  );
}

export function enterCode(cart: Cart, code: string): Promise<Cart> {
  return take(api.POST('/api/v1/carts/{id}/promotions', { ...at(cart), body: { code } }));
}

export function removeCode(cart: Cart, code: string): Promise<Cart> {
  return take(api.DELETE('/api/v1/carts/{id}/promotions/{code}', { params: { path: { id: cart.id, code } } }));
}

export function sendTo(cart: Cart, body: CartAddress): Promise<Cart> {
  return take(api.PUT('/api/v1/carts/{id}/address', { ...at(cart), body }));
}

export function sendBy(cart: Cart, id: string): Promise<Cart> {
  return take(api.PUT('/api/v1/carts/{id}/shipping-option', { ...at(cart), body: { id } }));
}

export function payBy(cart: Cart, id: string): Promise<Cart> {
  return take(api.PUT('/api/v1/carts/{id}/payment-method', { ...at(cart), body: { id } }));
}

export function writeTo(cart: Cart, email: string, remind?: boolean): Promise<Cart> {
  return take(api.PUT('/api/v1/carts/{id}/contact', { ...at(cart), body: { email, remind } }));
}
