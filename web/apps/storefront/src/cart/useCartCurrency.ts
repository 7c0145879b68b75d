import { api, take, type Cart, type Settings } from '@tradepost/api';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { chooseCurrency, chosenCurrency } from '../app/currency.ts';
import { settingsQuery } from '../app/queries.ts';
import type { CurrencyQuestion } from './CartCurrencyDialog.tsx';

/** Sees to it that what goes into a cart is in the cart's currency. */
export function useCartCurrency(client: QueryClient) {
  const [question, setQuestion] = useState<CurrencyQuestion | null>(null);

  /** False when the shopper would rather keep the cart as it is. */
  const settle = useCallback(
    async (cart: Cart | undefined): Promise<boolean> => {
      const own = client.getQueryData<Settings>(settingsQuery().queryKey)?.currency;
      const wanted = chosenCurrency() ?? own;
      if (!cart || !wanted || cart.currency === wanted) return true;
      const change =
        cart.lines.length === 0 ||
        (await new Promise<boolean>((resolve) => setQuestion({ from: cart.currency, to: wanted, answer: resolve })));
      setQuestion(null);
      if (change) {
        await take(api.PUT('/api/v1/carts/{id}/currency', { params: { path: { id: cart.id } }, body: { currency: wanted } }));
        return true;
      }
      chooseCurrency(cart.currency === own ? undefined : cart.currency);
      return false;
    },
    [client],
  );
  return { question, settle };
}
