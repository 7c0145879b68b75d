import {
  api,
  orderHeaders,
  take,
  type Category,
  type Listing,
  type Offers,
  type Order,
  type Page,
  type OrderSummary,
  type Product,
} from '@tradepost/api';
import type { DeliveryEstimate, DeliveryPlace, ProductPrices, ShippingOption } from '@tradepost/api';
import type { ListingQuery, PaymentMethod, Profile, Settings, Suggestions } from '@tradepost/api';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { chosenCurrency } from './currency.ts';

// Everything the pages read, with the keys the host uses for the data it writes into the page.

const minute = 60_000;

/** Ends the key of what shows prices. In the shop's own currency there is none, as the host writes it into the page. */
const inCurrency = () => [chosenCurrency()].filter((code) => code !== undefined);
const currencyParam = () => {
  const currency = chosenCurrency();
  return currency ? { currency } : {};
};

export const settingsQuery = () =>
  queryOptions({
    queryKey: ['settings'],
    staleTime: 10 * minute,
    queryFn: ({ signal }): Promise<Settings> => take(api.GET('/api/v1/settings', { signal })),
  });

export const categoriesQuery = () =>
  queryOptions({
    queryKey: ['categories'],
    staleTime: 5 * minute,
    queryFn: ({ signal }): Promise<Category[]> => take(api.GET('/api/v1/categories', { signal })),
  });

export const productQuery = (slug: string) =>
  queryOptions({
    queryKey: ['product', slug, ...inCurrency()],
    staleTime: minute / 2,
    queryFn: ({ signal }): Promise<Product> =>
      take(api.GET('/api/v1/products/{idOrSlug}', { params: { path: { idOrSlug: slug }, query: currencyParam() }, signal })),
  });

/** What the variants cost, with reductions, quantity prices and, for a customer, the prices of their group. */
export const productPricesQuery = (id: string) =>
  queryOptions({
    queryKey: ['product-prices', id, ...inCurrency()],
    staleTime: minute / 2,
    queryFn: ({ signal }): Promise<ProductPrices> =>
      take(api.GET('/api/v1/products/{id}/prices', { params: { path: { id }, query: currencyParam() }, signal })),
  });

/** Asked anew now and then: offers come and go. The moment of reading is by a clock that nobody can set. */
export const offersQuery = (productId: string) =>
  queryOptions({
    queryKey: ['offers', productId],
    staleTime: minute / 2,
    refetchInterval: 5 * minute,
    queryFn: async ({ signal }): Promise<Offers & { readAt: number }> => ({
      ...(await take(api.GET('/api/v1/products/{idOrSlug}/offers', { params: { path: { idOrSlug: productId } }, signal }))),
      readAt: performance.now(),
    }),
  });

/** `query` is the canonical query string of a listing (see listing/filters.ts). */
export const productsQuery = (query: string) =>
  queryOptions({
    queryKey: ['products', query, ...inCurrency()],
    staleTime: minute / 2,
    queryFn: ({ signal }): Promise<Listing> =>
      take(api.GET('/api/v1/products', { params: { query: { ...asListingQuery(query), ...currencyParam() } }, signal })),
  });

function asListingQuery(query: string): ListingQuery {
  const values = new URLSearchParams(query);
  const result: Record<string, string | string[]> = {};
  for (const name of new Set(values.keys())) {
    const all = values.getAll(name);
    result[name] = all.length > 1 ? all : (all[0] ?? '');
  }
  return result as ListingQuery;
}

export const suggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['suggestions', q, ...inCurrency()],
    staleTime: minute,
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }): Promise<Suggestions> =>
      take(api.GET('/api/v1/search/suggestions', { params: { query: { q, ...currencyParam() } }, signal })),
  });

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['order', id],
    staleTime: 0,
    queryFn: ({ signal }): Promise<Order> =>
      take(api.GET('/api/v1/orders/{id}', { params: { path: { id } }, headers: orderHeaders(id), signal })),
  });

/** What went back is part of the key: another refund brings another note. */
export const creditNotesQuery = (id: string, refunded: number) =>
  queryOptions({
    queryKey: ['order', id, 'credit-notes', refunded],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/orders/{id}/credit-notes', { params: { path: { id } }, headers: orderHeaders(id), signal })),
  });

export const myOrdersQuery = (page: number) =>
  queryOptions({
    queryKey: ['my-orders', page],
    staleTime: 0,
    queryFn: ({ signal }): Promise<Page<OrderSummary>> =>
      take(api.GET('/api/v1/me/orders', { params: { query: { page, pageSize: 10 } }, signal })),
  });

export const profileQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }): Promise<Profile> => take(api.GET('/api/v1/me', { signal })),
  });

export const shippingOptionsQuery = (cartId: string, destination: string) =>
  queryOptions({
    queryKey: ['shipping-options', cartId, destination],
    staleTime: minute,
    retry: false,
    queryFn: ({ signal }): Promise<ShippingOption[]> =>
      take(api.GET('/api/v1/carts/{id}/shipping-options', { params: { path: { id: cartId } }, signal })),
  });

export const deliveryEstimateQuery = (productId: string, place: DeliveryPlace | null) =>
  queryOptions({
    queryKey: ['delivery-estimate', productId, place],
    staleTime: minute,
    retry: false,
    enabled: place !== null,
    queryFn: ({ signal }): Promise<DeliveryEstimate> =>
      take(
        api.GET('/api/v1/products/{id}/delivery-estimate', {
          params: { path: { id: productId }, query: place ?? { country: '' } },
          signal,
        }),
      ),
  });

export const paymentMethodsQuery = (cartId: string | undefined) =>
  queryOptions({
    queryKey: ['payment-methods', cartId ?? ''],
    staleTime: minute,
    queryFn: ({ signal }): Promise<PaymentMethod[]> =>
      take(api.GET('/api/v1/payment-methods', { params: { query: { cartId } }, signal })),
  });
