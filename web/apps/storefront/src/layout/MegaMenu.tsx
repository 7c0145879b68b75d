import type { Category } from '@tradepost/api';
import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Link } from 'react-router';
import { paths } from '../app/paths.ts';

export function MegaMenu({ categories }: { categories: Category[] }) {
  return (
    <Popover.Root>
      <Popover.Trigger
        className={`group inline-flex min-h-11 items-center gap-1.5 rounded-full px-3.5 font-medium hover:bg-sunken
        data-[state=open]:bg-sunken`}
      >
        Shop
        <ChevronDown size={16} aria-hidden className="transition-transform duration-150 group-data-[state=open]:rotate-180" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={14}
          collisionPadding={24}
          aria-label="Categories"
          className={`animate-rise z-40 w-[min(65rem,calc(100vw-3rem))] rounded-card border border-line bg-raised p-6
            shadow-3 outline-none`}
        >
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.25rem,1fr))] gap-x-6 gap-y-7">
            {categories.map((category) => (
              <li key={category.id}>
                <Branch category={category} />
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Branch({ category }: { category: Category }) {
  const link = 'block rounded-chip py-1.5 hover:text-accent hover:underline underline-offset-4';
  return (
    <>
      <Popover.Close asChild>
        <Link to={paths.category(category.slug)} className={`${link} font-semibold`}>
          {category.name}
        </Link>
      </Popover.Close>
      <ul className="mt-0.5 text-[0.9375rem] text-ink-2">
        {category.children.slice(0, 8).map((child) => (
          <li key={child.id}>
            <Popover.Close asChild>
              <Link to={paths.category(child.slug)} className={link}>
                {child.name}
              </Link>
            </Popover.Close>
          </li>
        ))}
      </ul>
    </>
  );
}
