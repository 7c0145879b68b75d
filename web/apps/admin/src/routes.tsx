import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { RequireAdmin } from './auth/RequireAdmin.tsx';
import { RouteError } from './pages/RouteError.tsx';
import { paths } from './paths.ts';

/** A page with its own bundle: a file that names its component `Component`. */
const page = (path: string, load: () => Promise<{ Component: () => React.ReactNode }>): RouteObject => ({
  path,
  lazy: load,
  errorElement: <RouteError />,
});

/** The site map. */
export const routes: RouteObject[] = [
  { path: '/sign-in', lazy: () => import('./auth/SignInPage.tsx'), errorElement: <RouteError /> },
  {
    element: <RequireAdmin />,
    errorElement: <RouteError />,
    children: [
      {
        lazy: () => import('./shell/Shell.tsx'),
        children: [
          page('/', () => import('./pages/dashboard/DashboardPage.tsx')),
          page('/orders', () => import('./pages/orders/OrdersPage.tsx')),
          page('/orders/:id', () => import('./pages/orders/OrderPage.tsx')),
          page('/returns', () => import('./pages/returns/ReturnsPage.tsx')),
          page('/returns/:id', () => import('./pages/returns/ReturnPage.tsx')),
          page('/to-ship', () => import('./pages/fulfilment/ToShipPage.tsx')),
          page('/products', () => import('./pages/products/ProductsPage.tsx')),
          page('/products/new', () => import('./pages/products/NewProductPage.tsx')),
          page('/products/:id', () => import('./pages/products/EditProductPage.tsx')),
          page('/products/:id/prices', () => import('./pages/prices/ProductPricesPage.tsx')),
          page('/prices', () => import('./pages/prices/PricesPage.tsx')),
          page('/stock', () => import('./pages/stock/StockPage.tsx')),
          page('/categories', () => import('./pages/categories/CategoriesPage.tsx')),
          page('/promotions', () => import('./pages/promotions/PromotionsPage.tsx')),
          page('/promotions/new', () => import('./pages/promotions/NewPromotionPage.tsx')),
          page('/promotions/calendar', () => import('./pages/promotions/CalendarPage.tsx')),
          page('/promotions/simulation', () => import('./pages/promotions/SimulatePage.tsx')),
          page('/promotions/:id', () => import('./pages/promotions/EditPromotionPage.tsx')),
          page('/promotions/:id/usage', () => import('./pages/promotions/UsagePage.tsx')),
          page('/promotions/:id/codes', () => import('./pages/promotions/CodesPage.tsx')),
          page('/customer-groups', () => import('./pages/groups/GroupsPage.tsx')),
          page('/customer-groups/:id', () => import('./pages/groups/GroupPage.tsx')),
          page('/ledger', () => import('./pages/ledger/LedgerPage.tsx')),
          page('/ledger/entries', () => import('./pages/ledger/EntriesPage.tsx')),
          page('/ledger/closes', () => import('./pages/ledger/ClosesPage.tsx')),
          page('/ledger/closes/:day', () => import('./pages/ledger/ClosePage.tsx')),
          page('/mailbox', () => import('./pages/mailbox/MailboxPage.tsx')),
          page('/mailbox/:id', () => import('./pages/mailbox/MailPage.tsx')),
          page('/notices', () => import('./pages/mailbox/NoticesPage.tsx')),
          page('/offers', () => import('./pages/offers/OffersPage.tsx')),
          page('/letters', () => import('./pages/letters/LettersPage.tsx')),
          page('/letters/:kind', () => import('./pages/letters/LetterPage.tsx')),
          page('/webhooks', () => import('./pages/webhooks/WebhooksPage.tsx')),
          page('/webhooks/:id', () => import('./pages/webhooks/WebhookPage.tsx')),
          page('/dead-letters', () => import('./pages/deadLetters/DeadLettersPage.tsx')),
          { path: '/settings', element: <Navigate to={paths.shopSettings()} replace /> },
          page('/settings/shop', () => import('./pages/settings/ShopSettingsPage.tsx')),
          page('/settings/tax-rates', () => import('./pages/settings/TaxRatesPage.tsx')),
          page('/settings/tax-classes', () => import('./pages/settings/taxes/TaxClassesPage.tsx')),
          page('/settings/tax-exemptions', () => import('./pages/settings/taxes/TaxExemptionsPage.tsx')),
          page('/settings/tax-presets', () => import('./pages/settings/taxes/TaxPresetsPage.tsx')),
          page('/settings/shipping-methods', () => import('./pages/settings/ShippingMethodsPage.tsx')),
          page('/settings/shipping-methods/:id', () => import('./pages/shipping/ShippingMethodPage.tsx')),
          page('/settings/delivery-days', () => import('./pages/shipping/DeliveryCalendarPage.tsx')),
          page('*', () => import('./pages/NotFoundPage.tsx')),
        ],
      },
    ],
  },
];

export const router = createBrowserRouter(routes, { basename: '/admin' });
