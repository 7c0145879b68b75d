import { Suspense } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { CartDrawer } from '../cart/CartDrawer.tsx';
import { PendingWish } from '../wishlists/PendingWish.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';

export function Layout() {
  const moving = useNavigation().state === 'loading';
  return (
    <>
      <a
        href="#main"
        className="sr-only rounded-control bg-ink px-4 py-3 text-bg focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-60"
      >
        Skip to content
      </a>
      <div
        aria-hidden
        className={`fixed inset-x-0 top-0 z-60 h-0.5 origin-left bg-accent transition-transform duration-500
          ${moving ? 'scale-x-75' : 'scale-x-0'}`}
      />
      <div className="flex min-h-dvh flex-col">
        <Header />
        <main id="main" tabIndex={-1} className="grow outline-none">
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
        <Footer />
      </div>
      <CartDrawer />
      <PendingWish />
      <ScrollRestoration />
    </>
  );
}
