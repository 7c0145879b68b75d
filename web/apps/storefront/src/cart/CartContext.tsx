import { api, isProblem, take, type Cart, type CartLineInput } from '@tradepost/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { readStored, store } from '../lib/storage.ts';

interface CartState {
  cart: Cart | undefined;
  loading: boolean;
  error: Error | null;
  count: number;
  drawerOpen: boolean;
  setDrawerOpen: (open: boolean) => void;
  reload: () => void;
  /** Shows a cart that came with another answer, for example with a refusal. */
  accept: (cart: Cart) => void;
  add: (input: CartLineInput) => Promise<Cart>;
  setQuantity: (lineId: string, quantity: number) => Promise<Cart>;
  /** The id of the cart, which is made now if there is none. */
  ensure: () => Promise<string>;
  /** After signing in: brings the guest's cart along, or finds the one kept for the customer. */
  adopt: () => Promise<void>;
  /** The cart has become an order, or the customer has left this browser. */
  forget: () => void;
}

const key = 'tradepost.cart';
const CartContext = createContext<CartState | null>(null);
let creating: Promise<Cart> | null = null;

export function useCart(): CartState {
  const value = useContext(CartContext);
  if (!value) throw new Error('useCart needs a CartProvider above it.');
  return value;
}

function createCart(): Promise<Cart> {
  creating ??= take(api.POST('/api/v1/carts')).finally(() => {
    creating = null;
  });
  return creating;
}

export function CartProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [id, setId] = useState<string | null>(() => readStored<string | null>(key, null));
  const [drawerOpen, setDrawerOpen] = useState(false);
  const query = useQuery({
    queryKey: ['cart', id],
    enabled: id !== null,
    staleTime: 30_000,
    queryFn: ({ signal }) => take(api.GET('/api/v1/carts/{id}', { params: { path: { id: id ?? '' } }, signal })),
  });

  const keep = useCallback((next: string | null) => {
    store(key, next);
    setId(next);
  }, []);
  const accept = useCallback(
    (cart: Cart) => {
      client.setQueryData(['cart', cart.id], cart);
      keep(cart.id);
    },
    [client, keep],
  );
  const forget = useCallback(() => keep(null), [keep]);
  const gone = isProblem(query.error) && query.error.status === 404;
  useEffect(() => {
    if (gone) forget();
  }, [gone, forget]);

  const add = useCallback(
    async (input: CartLineInput) => {
      const target = readStored<string | null>(key, null) ?? (await createCart()).id;
      const cart = await addTo(target, input);
      accept(cart);
      return cart;
    },
    [accept],
  );

  const ensure = useCallback(async () => readStored<string | null>(key, null) ?? (await createCart()).id, []);

  const setQuantity = useCallback(
    async (lineId: string, quantity: number) => {
      const path = { id: id ?? '', lineId };
      const cart = await take(
        quantity === 0
          ? api.DELETE('/api/v1/carts/{id}/lines/{lineId}', { params: { path } })
          : api.PATCH('/api/v1/carts/{id}/lines/{lineId}', { params: { path }, body: { quantity } }),
      );
      accept(cart);
      return cart;
    },
    [accept, id],
  );

  const adopt = useCallback(async () => {
    const guest = readStored<string | null>(key, null);
    const cart = guest
      ? await take(api.POST('/api/v1/carts/{id}/claim', { params: { path: { id: guest } } })).catch(createCart)
      : await createCart();
    accept(cart);
  }, [accept]);

  const { data: cart, isLoading: loading, error, refetch } = query;
  const value = useMemo<CartState>(
    () => ({
      cart: id ? cart : undefined,
      loading,
      error: gone ? null : error,
      drawerOpen,
      setDrawerOpen,
      accept,
      add,
      ensure,
      setQuantity,
      adopt,
      forget,
      count: (id ? (cart?.lines ?? []) : []).reduce((sum, line) => sum + line.quantity, 0),
      reload: () => void refetch(),
    }),
    [id, cart, loading, error, gone, drawerOpen, accept, add, ensure, setQuantity, adopt, forget, refetch],
  );
  return <CartContext value={value}>{children}</CartContext>;
}

/** A cart may have ended elsewhere (bought in another tab, cleaned up): then a fresh one takes the line. */
async function addTo(cartId: string, input: CartLineInput): Promise<Cart> {
  const post = (id: string) => take(api.POST('/api/v1/carts/{id}/lines', { params: { path: { id } }, body: input }));
  try {
    return await post(cartId);
  } catch (error) {
    if (!isProblem(error) || error.status !== 404) throw error;
    return post((await createCart()).id);
  }
}
