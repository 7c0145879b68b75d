import { api, isProblem, sessionState, take, type Cart } from '@tradepost/api';

/**
 * Takes up the cart a reminder leads to. A customer's becomes one with theirs; a guest's is used on, and what this browser held is put
 * into it. What does not fit stays where it is: a cart that could not be emptied is no loss.
 */
export async function bringBack(id: string, mine: Cart | undefined): Promise<Cart> {
  const at = { params: { path: { id } } };
  if (sessionState().status === 'signedIn') return take(api.POST('/api/v1/carts/{id}/claim', at));
  let cart = await take(api.GET('/api/v1/carts/{id}', at));
  for (const line of mine?.lines ?? []) {
    const body = { variantId: line.variantId, quantity: line.quantity };
    try {
      cart = await take(api.POST('/api/v1/carts/{id}/lines', { ...at, body }));
    } catch (error) {
      if (!isProblem(error) || error.status !== 409) throw error;
    }
  }
  return cart;
}
