import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '@tradepost/domain';
import { Menu, ShoppingBag, User } from 'lucide-react';
import { useState } from 'react';
import { Link, NavLink, useLocation, useMatch } from 'react-router';
import { paths } from '../app/paths.ts';
import { categoriesQuery, settingsQuery } from '../app/queries.ts';
import { useShopName } from '../app/title.ts';
import { useCart } from '../cart/CartContext.tsx';
import { IconButton } from '../components/Button.tsx';
import { useSession } from '../session/useSession.ts';
import { WishlistLink } from '../wishlists/WishlistLink.tsx';
import { Logo } from './Logo.tsx';
import { MegaMenu } from './MegaMenu.tsx';
import { MobileMenu } from './MobileMenu.tsx';
import { SearchBox } from './SearchBox.tsx';

export function Header() {
  const [menuOpen, setMenuOpen] = useState(false);
  const shop = useShopName();
  const location = useLocation();
  // At the till nothing should lead away: only the name of the shop stays.
  const quiet = useMatch(paths.checkout()) !== null;
  if (quiet) return <QuietHeader shop={shop} />;
  return (
    <>
      <Announcement />
      <header className="sticky top-0 z-30 border-b border-line bg-bg">
        <div className="page flex flex-wrap items-center gap-x-2 py-2 md:h-18 md:flex-nowrap md:gap-x-6 md:py-0">
          <IconButton label="Menu" className="-ml-2.5 lg:hidden" onClick={() => setMenuOpen(true)}>
            <Menu size={22} aria-hidden />
          </IconButton>
          <Link to={paths.home()} aria-label={`${shop}, home`} className="flex min-h-11 items-center">
            <Logo name={shop} />
          </Link>
          <Navigation key={location.pathname} />
          <div className="order-last w-full pt-1 pb-1 md:order-none md:w-auto md:grow md:p-0">
            <SearchBox />
          </div>
          <div className="-mr-2.5 ml-auto flex items-center md:ml-0">
            <AccountLink />
            <WishlistLink />
            <CartButton />
          </div>
        </div>
      </header>
      <MobileMenu open={menuOpen} onOpenChange={setMenuOpen} />
    </>
  );
}

function QuietHeader({ shop }: { shop: string }) {
  return (
    <header className="border-b border-line bg-bg">
      <div className="page flex h-18 items-center justify-between">
        <Link to={paths.home()} aria-label={`${shop}, home`} className="flex min-h-11 items-center">
          <Logo name={shop} />
        </Link>
        <Link to={paths.cart()} className="inline-flex min-h-11 items-center text-sm text-ink-2 hover:text-ink hover:underline">
          Back to cart
        </Link>
      </div>
    </header>
  );
}

function Announcement() {
  const over = useQuery(settingsQuery()).data?.freeShippingOver;
  const free = over && `Free standard delivery over ${formatMoney(over).replace(/\.00$/, '')}.`;
  return (
    <aside aria-label="Notice" className="min-h-9 bg-sunken px-4 py-2 text-center text-[0.8125rem] leading-5 text-ink-2">
      <p className="tabular">
        {free} <span className={free ? 'hidden sm:inline' : ''}>30 days to send things back.</span>
      </p>
    </aside>
  );
}

function Navigation() {
  const categories = useQuery(categoriesQuery()).data ?? [];
  const link = 'inline-flex min-h-11 items-center rounded-full px-3.5 font-medium whitespace-nowrap hover:bg-sunken';
  return (
    <nav aria-label="Shop" className="hidden items-center text-[0.9375rem] lg:flex">
      <MegaMenu categories={categories} />
      <NavLink to={paths.newest()} className={link}>
        New
      </NavLink>
      <NavLink to={paths.onSale()} className={`${link} text-sale`}>
        Sale
      </NavLink>
    </nav>
  );
}

function AccountLink() {
  const { status, user } = useSession();
  const signedIn = status === 'signedIn';
  const label = signedIn ? `Your account, ${user?.firstName ?? user?.email ?? ''}` : 'Sign in';
  return (
    <Link
      to={signedIn ? paths.account() : paths.signIn()}
      aria-label={label}
      title={signedIn ? 'Your account' : 'Sign in'}
      className="relative grid size-11 place-items-center rounded-full hover:bg-sunken"
    >
      <User size={21} aria-hidden />
      {signedIn && <span aria-hidden className="absolute right-2.5 bottom-2.5 size-2 rounded-full bg-success ring-2 ring-bg" />}
    </Link>
  );
}

function CartButton() {
  const { count, setDrawerOpen } = useCart();
  return (
    <button
      type="button"
      onClick={() => setDrawerOpen(true)}
      aria-label={count === 1 ? 'Cart, 1 item' : `Cart, ${count} items`}
      title="Cart"
      className="relative grid size-11 place-items-center rounded-full hover:bg-sunken"
    >
      <ShoppingBag size={21} aria-hidden />
      {count > 0 && (
        <span
          aria-hidden
          className={`tabular absolute top-0.5 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1
            text-[0.6875rem] font-bold text-on-accent`}
        >
          {count > 99 ? '99+' : count}
        </span>
      )}
    </button>
  );
}
