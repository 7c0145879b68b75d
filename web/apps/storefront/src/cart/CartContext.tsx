import { api, isProblem, sessionState, take, type Cart, type CartLineInput } from '@tradepost/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { chosenCurrency } from '../app/currency.ts';
import { readStored, store } from '../lib/storage.ts';
import { useToast } from '../toasts/Toasts.tsx';
import { CartCurrencyDialog } from './CartCurrencyDialog.tsx';
import { setLine } from './edits.ts';
import { bringBack } from './restore.ts';
import { useCartCurrency } from './useCartCurrency.ts';

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
  /** Changes the cart as it is now (see edits.ts) and shows what it has become. */
  edit: (change: (cart: Cart) => Promise<Cart>) => Promise<Cart>;
  /** The id of the cart, which is made now if there is none. */
  ensure: () => Promise<string>;
  /** After signing in: brings the guest's cart along, or finds the one kept for the customer. */
  adopt: () => Promise<void>;
  /** Takes up a cart that was left, with what is in this browser's. */
  restore: (id: string) => Promise<Cart>;
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
  const currency = chosenCurrency();
  creating ??= take(api.POST('/api/v1/carts', { body: currency ? { currency } : {} })).finally(() => {
    creating = null;
  });
  return creating;
}

const readCart = (id: string, signal?: AbortSignal) =>
  take(api.GET('/api/v1/carts/{id}', { params: { path: { id } }, signal }));

export function CartProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const toast = useToast();
  const [id, setId] = useState<string | null>(() => readStored<string | null>(key, null));
  const [drawerOpen, setDrawerOpen] = useState(false);
  const { question, settle } = useCartCurrency(client);
  const query = useQuery({
    queryKey: ['cart', id],
    enabled: id !== null,
    staleTime: 30_000,
    queryFn: ({ signal }) => readCart(id ?? '', signal),
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

  const adopt = useCallback(async () => {
    const guest = readStored<string | null>(key, null);
    const cart = guest
      ? await take(api.POST('/api/v1/carts/{id}/claim', { params: { path: { id: guest } } })).catch(createCart)
      : await createCart();
    accept(cart);
  }, [accept]);

  // A customer's cart may have become one with another on another device; a guest's has expired.
  const gone = isProblem(query.error) && query.error.status === 404;
  useEffect(() => {
    if (!gone) return;
    forget();
    if (sessionState().status === 'signedIn') void adopt().catch(() => undefined);
    else toast('The cart you left here has expired. What you add now goes into a new one.');
  }, [gone, forget, adopt, toast]);

  // Another tab signed in, ordered or started a cart: this one follows.
  useEffect(() => {
    const follow = (event: StorageEvent) => {
      if (event.key === key) setId(readStored<string | null>(key, null));
    };
    globalThis.addEventListener('storage', follow);
    return () => globalThis.removeEventListener('storage', follow);
  }, []);

  const add = useCallback(
    async (input: CartLineInput) => {
      const target = readStored<string | null>(key, null) ?? (await createCart()).id;
      const there = client.getQueryData<Cart>(['cart', target]);
      if (!(await settle(there)) && there) return there;
      const cart = await addTo(target, input);
      accept(cart);
      return cart;
    },
    [accept, client, settle],
  );

  const edit = useCallback(
    async (change: (cart: Cart) => Promise<Cart>) => {
      const known = readStored<string | null>(key, null) ?? '';
      const now = client.getQueryData<Cart>(['cart', known]) ?? (await readCart(known));
      try {
        const cart = await change(now);
        accept(cart);
        return cart;
      } catch (error) {
        // Changed in another tab: what is there now is shown, and nothing of it was overwritten.
        if (isProblem(error) && error.status === 412) await readCart(now.id).then(accept, () => undefined);
        throw error;
      }
    },
    [accept, client],
  );
  const ensure = useCallback(async () => readStored<string | null>(key, null) ?? (await createCart()).id, []);

  const setQuantity = useCallback(
    (lineId: string, quantity: number) => edit((cart) => setLine(cart, lineId, quantity)),
    [edit],
  );

  const restore = useCallback(
    async (left: string) => {
      const mine = readStored<string | null>(key, null);
      const cart = await bringBack(left, mine === left ? undefined : client.getQueryData<Cart>(['cart', mine]));
      accept(cart);
      return cart;
    },
    [accept, client],
  );

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
      edit,
      adopt,
      restore,
      forget,
      count: (id ? (cart?.lines ?? []) : []).reduce((sum, line) => sum + line.quantity, 0),
      reload: () => void refetch(),
    }),
    [id, cart, loading, error, gone, drawerOpen, accept, add, ensure, setQuantity, edit, adopt, restore, forget, refetch],
  );
  return (
    <CartContext value={value}>
      {children}
      <CartCurrencyDialog question={question} />
    </CartContext>
  );
}

/** A cart may have ended elsewhere (bought in another tab, cleaned up): then a fresh one takes the line. */
async function addTo(cartId: string, input: CartLineInput): Promise<Cart> {
  const post = (id: string) => take(api.POST('/api/v1/carts/{id}/lines', { params: { path: { id } }, body: input }));
  try {
    return await post(cartId);
  } catch (error) {
    if (!isProblem(error, 'carts.not_found') && !isProblem(error, 'request.not_found')) throw error;
    return post((await createCart()).id);
  }
}
