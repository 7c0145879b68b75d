import { useQuery } from '@tanstack/react-query';
import { plural } from '@tradepost/domain';
import { Heart } from 'lucide-react';
import { Link } from 'react-router';
import { paths } from '../app/paths.ts';
import { useSession } from '../session/useSession.ts';
import { marksQuery } from './queries.ts';

/** The way to one's wishlists, with how much is on them. On the narrowest phones the menu has it instead. */
export function WishlistLink() {
  const signedIn = useSession().status === 'signedIn';
  const marks = useQuery({ ...marksQuery(), enabled: signedIn }).data;
  const count = signedIn ? (marks?.total ?? 0) : 0;
  return (
    <Link
      to={paths.wishlists()}
      aria-label={count > 0 ? `Wishlists, ${plural(count, 'item')}` : 'Wishlists'}
      title="Wishlists"
      className="relative grid size-11 place-items-center rounded-full hover:bg-sunken max-[23.4rem]:hidden"
    >
      <Heart size={21} aria-hidden />
      {count > 0 && (
        <span
          aria-hidden
          className={`tabular absolute top-0.5 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-ink px-1 text-[0.6875rem]
            font-bold text-bg`}
        >
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  );
}
