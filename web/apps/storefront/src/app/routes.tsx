import type { QueryClient } from '@tanstack/react-query';
import { Navigate, useParams, type RouteObject } from 'react-router';
import { Layout } from '../layout/Layout.tsx';
import { homeLoader, HomePage } from '../pages/home/HomePage.tsx';
import { ListingPage, listingLoader } from '../pages/listing/ListingPage.tsx';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { ProductPage, productLoader } from '../pages/product/ProductPage.tsx';
import { accountReturnRoutes, returnRoutes } from '../pages/returns/routes.tsx';
import { RouteError } from '../pages/RouteError.tsx';
import { openWishlistRoutes, wishlistRoutes } from '../pages/wishlists/routes.tsx';
import { paths } from './paths.ts';
import { categoriesQuery, settingsQuery } from './queries.ts';

/** The site map. Pages that a visitor lands on come with the first download; the rest when they are wanted. */
export function routes(client: QueryClient): RouteObject[] {
  return [
    {
      element: <Layout />,
      loader: () => {
        void client.prefetchQuery(settingsQuery());
        void client.prefetchQuery(categoriesQuery());
        return null;
      },
      shouldRevalidate: () => false,
      errorElement: <RouteError />,
      children: [
        {
          errorElement: <RouteError />,
          children: [
            {
              index: true,
              element: <HomePage />,
              loader: () => {
                homeLoader(client);
                return null;
              },
            },
            {
              path: 'c/:slug',
              element: <ListingPage />,
              loader: (args) => {
                listingLoader(client, args);
                return null;
              },
            },
            {
              path: 'search',
              element: <ListingPage />,
              loader: (args) => {
                listingLoader(client, args);
                return null;
              },
            },
            {
              path: 'p/:slug',
              element: <ProductPage />,
              loader: (args) => {
                productLoader(client, args);
                return null;
              },
            },
            { path: 'products/:slug', element: <ToProduct /> },
            { path: 'cart', lazy: async () => ({ Component: (await import('../pages/cart/CartPage.tsx')).CartPage }) },
            {
              path: 'stop-reminders',
              lazy: async () => ({ Component: (await import('../pages/cart/StopRemindersPage.tsx')).StopRemindersPage }),
            },
            {
              path: 'unsubscribe',
              lazy: async () => ({ Component: (await import('../pages/notices/UnsubscribePage.tsx')).UnsubscribePage }),
            },
            {
              path: 'checkout',
              lazy: async () => ({ Component: (await import('../pages/checkout/CheckoutPage.tsx')).CheckoutPage }),
            },
            {
              path: 'checkout/return',
              lazy: async () => ({ Component: (await import('../pages/checkout/PaymentReturnPage.tsx')).PaymentReturnPage }),
            },
            { path: 'orders/:id', lazy: async () => ({ Component: (await import('../pages/order/OrderPage.tsx')).OrderPage }) },
            ...returnRoutes,
            { path: 'track', lazy: async () => ({ Component: (await import('../pages/TrackPage.tsx')).TrackPage }) },
            { path: 'sign-in', lazy: async () => ({ Component: (await import('../pages/account/SignInPage.tsx')).SignInPage }) },
            {
              path: 'register',
              lazy: async () => ({ Component: (await import('../pages/account/RegisterPage.tsx')).RegisterPage }),
            },
            {
              path: 'account',
              lazy: async () => ({ Component: (await import('../pages/account/AccountLayout.tsx')).AccountLayout }),
              children: [
                { index: true, element: <Navigate to={paths.accountOrders()} replace /> },
                {
                  path: 'orders',
                  lazy: async () => ({ Component: (await import('../pages/account/OrdersPage.tsx')).OrdersPage }),
                },
                {
                  path: 'profile',
                  lazy: async () => ({ Component: (await import('../pages/account/ProfilePage.tsx')).ProfilePage }),
                },
                ...accountReturnRoutes,
                {
                  path: 'notifications',
                  lazy: async () => ({ Component: (await import('../pages/notices/NotificationsPage.tsx')).NotificationsPage }),
                },
                ...wishlistRoutes,
              ],
            },
            ...openWishlistRoutes,
            { path: 'help/:topic', lazy: async () => ({ Component: (await import('../pages/help/HelpPage.tsx')).HelpPage }) },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ];
}

/** Links written after the API's address of a product lead to its page as well. */
function ToProduct() {
  const { slug = '' } = useParams();
  return <Navigate to={paths.product(slug)} replace />;
}
