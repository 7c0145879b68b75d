import { useQuery } from '@tanstack/react-query';
import {
  BadgePercent,
  Boxes,
  CalendarCheck,
  CalendarDays,
  ExternalLink,
  FolderTree,
  Inbox,
  LayoutDashboard,
  Mails,
  MailWarning,
  PackageCheck,
  Megaphone,
  Percent,
  Scale,
  ShoppingBag,
  Smartphone,
  Store,
  Tag,
  Truck,
  Undo2,
  UsersRound,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import { Link, NavLink } from 'react-router';
import { deadLetterList } from '../data/messages.ts';
import { orderSummary } from '../data/orders.ts';
import { returnList } from '../data/returns.ts';
import { shopSettings } from '../data/settings.ts';
import { paths } from '../paths.ts';
import classes from './Shell.module.css';

interface Entry {
  to: string;
  label: string;
  icon: LucideIcon;
}

export const groups: { caption: string | null; entries: Entry[] }[] = [
  {
    caption: null,
    entries: [
      { to: paths.dashboard(), label: 'Dashboard', icon: LayoutDashboard },
      { to: paths.orders(), label: 'Orders', icon: ShoppingBag },
      { to: paths.returns(), label: 'Returns', icon: Undo2 },
      { to: paths.toShip(), label: 'To ship', icon: PackageCheck },
      { to: paths.products(), label: 'Products', icon: Tag },
      { to: paths.prices(), label: 'Prices', icon: BadgePercent },
      { to: paths.stock(), label: 'Stock', icon: Boxes },
      { to: paths.categories(), label: 'Categories', icon: FolderTree },
    ],
  },
  {
    caption: 'Marketing',
    entries: [
      { to: paths.promotions(), label: 'Promotions', icon: BadgePercent },
      { to: paths.customerGroups(), label: 'Customer groups', icon: UsersRound },
      { to: paths.offers(), label: 'Offers', icon: Megaphone },
    ],
  },
  {
    caption: 'Books',
    entries: [
      { to: paths.ledger(), label: 'Ledger', icon: Scale },
      { to: paths.closes(), label: 'Daily closes', icon: CalendarCheck },
    ],
  },
  {
    caption: 'Messages',
    entries: [
      { to: paths.mails(), label: 'Mailbox', icon: Inbox },
      { to: paths.notices(), label: 'Phones and browsers', icon: Smartphone },
      { to: paths.deadLetters(), label: 'Dead letters', icon: MailWarning },
    ],
  },
  {
    caption: 'Settings',
    entries: [
      { to: paths.shopSettings(), label: 'Shop', icon: Store },
      { to: paths.taxRates(), label: 'Taxes', icon: Percent },
      { to: paths.shippingMethods(), label: 'Shipping', icon: Truck },
      { to: paths.deliveryCalendar(), label: 'Delivery days', icon: CalendarDays },
      { to: paths.letters(), label: 'Letters', icon: Mails },
      { to: paths.webhooks(), label: 'Webhooks', icon: Webhook },
    ],
  },
];

/** What waits for a person, beside the entry where it waits. */
function useCounts(): Record<string, { count: number; words: string; tone?: 'danger' } | undefined> {
  const toShip = useQuery(orderSummary()).data?.awaitingShipment ?? 0;
  const back = useQuery({ ...returnList({ status: 'requested', pageSize: 1 }), refetchInterval: 60_000 }).data?.total ?? 0;
  const dead = useQuery({ ...deadLetterList({ pageSize: 1 }), refetchInterval: 60_000 }).data?.total ?? 0;
  return {
    [paths.orders()]: toShip > 0 ? { count: toShip, words: 'to ship' } : undefined,
    [paths.returns()]: back > 0 ? { count: back, words: 'to decide' } : undefined,
    [paths.deadLetters()]: dead > 0 ? { count: dead, words: 'waiting', tone: 'danger' } : undefined,
  };
}

export function Navigation({ onGo }: { onGo?: () => void }) {
  const counts = useCounts();
  const shop = useQuery(shopSettings()).data?.shopName ?? 'Tradepost';
  return (
    <nav className={classes.nav} aria-label="Main">
      <Link to={paths.dashboard()} className={classes.brand} onClick={onGo} aria-label={`${shop} admin, dashboard`}>
        <img src="/admin/icon.svg" alt="" width={24} height={24} />
        {shop}
      </Link>
      {groups.map(({ caption, entries }) => (
        <div key={caption ?? 'shop'}>
          {caption && <p className={classes.caption}>{caption}</p>}
          <ul className={classes.list}>
            {entries.map(({ to, label, icon: Icon }) => {
              const count = counts[to];
              return (
                <li key={to}>
                  <NavLink to={to} end={to === paths.dashboard() || to === paths.ledger()} className={classes.link} onClick={onGo}>
                    <Icon size={17} strokeWidth={1.9} aria-hidden />
                    {label}
                    {count && (
                      <span className={classes.count} data-tone={count.tone} title={`${count.count} ${count.words}`}>
                        {count.count.toLocaleString('en-US')}
                      </span>
                    )}
                  </NavLink>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
      <a className={`${classes.link} ${classes.bottom}`} href="/" target="_blank" rel="noreferrer">
        <ExternalLink size={17} strokeWidth={1.9} aria-hidden />
        View the shop
      </a>
    </nav>
  );
}
