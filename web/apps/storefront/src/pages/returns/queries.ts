import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, orderHeaders, take, type Page, type Return, type ReturnListItem } from '@tradepost/api';
import type { ReturnOptions, ReturnQuote, ReturnWish } from '@tradepost/api';

export const returnOptionsQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['order', orderId, 'return-options'],
    staleTime: 0,
    queryFn: ({ signal }): Promise<ReturnOptions> =>
      take(
        api.GET('/api/v1/orders/{id}/returns/options', {
          params: { path: { id: orderId } },
          headers: orderHeaders(orderId),
          signal,
        }),
      ),
  });

/** What would go back. The sums are the shop's: nothing is computed here. */
export const returnQuoteQuery = (orderId: string, wish: ReturnWish) =>
  queryOptions({
    queryKey: ['order', orderId, 'return-quote', wish.lines],
    staleTime: 30_000,
    retry: false,
    enabled: wish.lines.length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }): Promise<ReturnQuote> =>
      take(
        api.POST('/api/v1/orders/{id}/returns/quote', {
          params: { path: { id: orderId } },
          body: { lines: wish.lines },
          headers: orderHeaders(orderId),
          signal,
        }),
      ),
  });

export const returnQuery = (id: string, orderId: string) =>
  queryOptions({
    queryKey: ['return', id],
    staleTime: 0,
    queryFn: ({ signal }): Promise<Return> =>
      take(api.GET('/api/v1/returns/{id}', { params: { path: { id } }, headers: orderHeaders(orderId), signal })),
  });

export const myReturnsQuery = (page: number) =>
  queryOptions({
    queryKey: ['my-returns', page],
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }): Promise<Page<ReturnListItem>> =>
      take(api.GET('/api/v1/me/returns', { params: { query: { page, pageSize: 10 } }, signal })),
  });
