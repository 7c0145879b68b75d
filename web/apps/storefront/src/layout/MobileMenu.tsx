import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { paths } from '../app/paths.ts';
import { categoriesQuery } from '../app/queries.ts';
import { Sheet } from '../components/Sheet.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

export function MobileMenu({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const categories = useQuery(categoriesQuery()).data ?? [];
  const { key } = useLocation();
  useEffect(() => onOpenChange(false), [key, onOpenChange]);
  const row = 'flex min-h-13 items-center justify-between text-[1.0625rem] font-medium';
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title="Shop" side="left" footer={<ThemeSwitch />}>
      <nav aria-label="Shop">
        <ul className="divide-y divide-line">
          <li>
            <Link to={paths.newest()} className={row}>
              New
            </Link>
          </li>
          <li>
            <Link to={paths.onSale()} className={`${row} text-sale`}>
              Sale
            </Link>
          </li>
          {categories.map((category) => (
            <li key={category.id}>
              <details className="group" name="branch">
                <summary className={`${row} list-none [&::-webkit-details-marker]:hidden`}>
                  {category.name}
                  <ChevronDown
                    size={18}
                    aria-hidden
                    className="text-ink-3 transition-transform duration-150 group-open:rotate-180"
                  />
                </summary>
                <ul className="pb-3 pl-3">
                  <li>
                    <Link to={paths.category(category.slug)} className="flex min-h-11 items-center">
                      All {category.name.toLowerCase()}
                    </Link>
                  </li>
                  {category.children.map((child) => (
                    <li key={child.id}>
                      <Link to={paths.category(child.slug)} className="flex min-h-11 items-center text-ink-2">
                        {child.name}
                      </Link>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
          <li>
            <Link to={paths.wishlists()} className={row}>
              Wishlists
            </Link>
          </li>
          <li>
            <Link to={paths.track()} className={row}>
              Track an order
            </Link>
          </li>
          <li>
            <Link to={paths.help('shipping')} className={row}>
              Help
            </Link>
          </li>
        </ul>
      </nav>
    </Sheet>
  );
}
