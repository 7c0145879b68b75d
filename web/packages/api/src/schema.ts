import type { Operation } from './operation.ts';
import type { AdminPaths } from './schema-admin.ts';
import type { CreditNotePaths } from './schema-credit-notes.ts';
import type { OrderDeskPaths } from './schema-orders.ts';
import type { NoticePaths } from './schema-notices.ts';
import type { LedgerPaths } from './schema-ledger.ts';
import type { PricePaths } from './schema-prices.ts';
import type { PromotionPaths } from './schema-promotions.ts';
import type { PaymentPaths } from './schema-payments.ts';
import type { ShippingPaths } from './schema-shipping.ts';
import type { ReturnPaths } from './schema-returns.ts';
import type { WishlistPaths } from './schema-wishlists.ts';
import type { Profile, ProfileChange, Tokens, User } from './types/accounts.ts';
import type { Cart, CartAddress, CartLineInput } from './types/cart.ts';
import type { Category, Listing, Product, Settings, ShippingOption, Suggestions } from './types/catalogue.ts';
import type { Page } from './types/common.ts';
import type { Order, OrderSummary, PaymentMethod, PlacedOrder, PlaceOrder, OrderPayment, StartPayment } from './types/orders.ts';

export interface ListingQuery {
  q?: string;
  category?: string;
  brand?: string[];
  tag?: string[];
  minPrice?: string;
  maxPrice?: string;
  inStock?: boolean;
  sort?: string;
  currency?: string;
  page?: number;
  pageSize?: number;
}

type ById<P> = P & { path: { id: string } };
type Line = { path: { id: string; lineId: string } };
type Versioned = { header: { 'If-Match'?: string } };
type Keyed = { header: { 'Idempotency-Key': string } };

interface AccountPaths {
  '/api/v1/auth/register': {
    post: Operation<{ body: { email: string; password: string; firstName?: string; lastName?: string }; ok: { user?: User } }>;
  };
  '/api/v1/auth/login': { post: Operation<{ body: { email: string; password: string; mfaCode?: string }; ok: Tokens }> };
  '/api/v1/auth/logout': { post: Operation<{ query: { everywhere?: boolean } }> };
  '/api/v1/me': { get: Operation<{ ok: Profile }>; patch: Operation<{ body: ProfileChange; ok: Profile }> };
  '/api/v1/me/orders': { get: Operation<{ query: { page?: number; pageSize?: number }; ok: Page<OrderSummary> }> };
}

interface CataloguePaths {
  '/api/v1/settings': { get: Operation<{ ok: Settings }> };
  '/api/v1/products': { get: Operation<{ query: ListingQuery; ok: Listing }> };
  '/api/v1/products/{idOrSlug}': { get: Operation<{ path: { idOrSlug: string }; query: { currency?: string }; ok: Product }> };
  '/api/v1/categories': { get: Operation<{ ok: Category[] }> };
  '/api/v1/categories/{idOrSlug}': { get: Operation<{ path: { idOrSlug: string }; ok: Category }> };
  '/api/v1/search/suggestions': { get: Operation<{ query: { q: string; currency?: string }; ok: Suggestions }> };
}

interface CartPaths {
  '/api/v1/carts': { post: Operation<{ body: { currency?: string }; ok: Cart }> };
  '/api/v1/carts/{id}/currency': { put: Operation<ById<{ body: { currency: string }; ok: Cart }>> };
  '/api/v1/carts/{id}': { get: Operation<ById<{ ok: Cart }>> };
  '/api/v1/carts/{id}/lines': {
    post: Operation<ById<{ body: CartLineInput; ok: Cart }>>;
    delete: Operation<ById<{ ok: Cart }>>;
  };
  '/api/v1/carts/{id}/lines/{lineId}': {
    patch: Operation<Line & Versioned & { body: { quantity: number }; ok: Cart }>;
    delete: Operation<Line & Versioned & { ok: Cart }>;
  };
  '/api/v1/carts/{id}/promotions': { post: Operation<ById<{ body: { code: string }; ok: Cart }>> };
  '/api/v1/carts/{id}/promotions/{code}': { delete: Operation<{ path: { id: string; code: string }; ok: Cart }> };
  '/api/v1/carts/{id}/payment-method': { put: Operation<ById<{ body: { id: string }; ok: Cart }>> };
  '/api/v1/carts/{id}/contact': { put: Operation<ById<{ body: { email: string; remind?: boolean }; ok: Cart }>> };
  '/api/v1/carts/reminders/stop': { post: Operation<{ body: { token: string } }> };
  '/api/v1/carts/{id}/address': { put: Operation<ById<{ body: CartAddress; ok: Cart }>> };
  '/api/v1/carts/{id}/shipping-options': { get: Operation<ById<{ ok: ShippingOption[] }>> };
  '/api/v1/carts/{id}/shipping-option': { put: Operation<ById<{ body: { id: string }; ok: Cart }>> };
  '/api/v1/carts/{id}/claim': { post: Operation<ById<{ ok: Cart }>> };
}

interface OrderPaths {
  '/api/v1/payment-methods': { get: Operation<{ query: { cartId?: string; currency?: string }; ok: PaymentMethod[] }> };
  '/api/v1/orders': { post: Operation<{ body: PlaceOrder; ok: PlacedOrder } & Keyed> };
  '/api/v1/orders/track': { post: Operation<{ body: { number: string; email: string }; ok: TrackedOrder }> };
  '/api/v1/orders/{id}': { get: Operation<ById<{ ok: Order }>> };
  '/api/v1/orders/{id}/cancellation': { post: Operation<ById<{ body: { reason?: string }; ok: Order }>> };
  '/api/v1/payments': { post: Operation<{ body: StartPayment; ok: OrderPayment } & Keyed> };
}

export interface TrackedOrder {
  id: string;
  accessToken: string;
  order: Order;
}

export interface paths
  extends AccountPaths, CataloguePaths, CartPaths, OrderPaths, OrderDeskPaths, ShippingPaths, WishlistPaths, AdminPaths,
    PricePaths, PromotionPaths, PaymentPaths, ReturnPaths, NoticePaths, LedgerPaths, CreditNotePaths {}
