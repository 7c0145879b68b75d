import { Link, useMatch } from 'react-router';
import { paths } from '../app/paths.ts';
import { useShopName } from '../app/title.ts';
import { CurrencySwitch } from './CurrencySwitch.tsx';
import { Logo } from './Logo.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

const columns: { title: string; links: [string, string][] }[] = [
  {
    title: 'Shop',
    links: [
      ['New', paths.newest()],
      ['On sale', paths.onSale()],
      ['All products', paths.search()],
    ],
  },
  {
    title: 'Help',
    links: [
      ['Track an order', paths.track()],
      ['Delivery', paths.help('shipping')],
      ['Returns', paths.help('returns')],
    ],
  },
  {
    title: 'About',
    links: [
      ['Your account', paths.account()],
      ['Privacy', paths.help('privacy')],
      ['Terms', paths.help('terms')],
    ],
  },
];

export function Footer() {
  const shop = useShopName();
  const quiet = useMatch(paths.checkout()) !== null;
  if (quiet) return <QuietFooter />;
  return (
    <footer className="mt-20 border-t border-line bg-sunken">
      <div className="page grid grid-cols-2 gap-x-6 gap-y-8 py-12 sm:grid-cols-3 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <div className="col-span-full space-y-4 lg:col-span-1">
          <Logo name={shop} />
          <p className="max-w-xs text-sm text-ink-2">
            Every total explains itself. Open “Why this total” in the cart and see each step to the cent.
          </p>
          <div className="flex flex-wrap items-center gap-4">
            <ThemeSwitch />
            <CurrencySwitch />
          </div>
        </div>
        {columns.map(({ title, links }) => (
          <nav key={title} aria-label={`${title} links`}>
            <h2 className="mb-2 text-sm font-semibold tracking-normal">{title}</h2>
            <ul>
              {links.map(([label, to]) => (
                <li key={to}>
                  <Link
                    to={to}
                    className="inline-flex min-h-11 items-center text-sm text-ink-2 hover:text-ink hover:underline md:min-h-9"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
      <p className="page pb-8 text-xs text-ink-3">© {shop}. A shop built on Tradepost.</p>
    </footer>
  );
}

/** At the till only what a careful buyer may want to read. */
function QuietFooter() {
  const links: [string, string][] = [
    ['Delivery', paths.help('shipping')],
    ['Returns', paths.help('returns')],
    ['Privacy', paths.help('privacy')],
  ];
  return (
    <footer className="mt-12 border-t border-line">
      <ul className="page flex flex-wrap gap-x-6 py-4">
        {links.map(([label, to]) => (
          <li key={to}>
            <Link
              to={to}
              target="_blank"
              className="inline-flex min-h-11 items-center text-sm text-ink-2 hover:text-ink hover:underline"
            >
              {label}
              <span className="sr-only"> (opens in a new tab)</span>
            </Link>
          </li>
        ))}
      </ul>
    </footer>
  );
}
