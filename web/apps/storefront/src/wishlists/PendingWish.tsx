import { useQueryClient } from '@tanstack/react-query';
import { wordsFor } from '@tradepost/ui';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../app/paths.ts';
import { useSession } from '../session/useSession.ts';
import { useToast } from '../toasts/Toasts.tsx';
import { takeHeldWish } from './pending.ts';
import { refreshWishlists } from './queries.ts';
import { addWish } from './useWish.ts';

/** What a guest wished for goes on their list once they are signed in. Shows nothing itself. */
export function PendingWish() {
  const { status } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const navigate = useNavigate();
  useEffect(() => {
    if (status !== 'signedIn') return;
    const wish = takeHeldWish();
    if (!wish) return;
    addWish(wish)
      .then(async () => {
        await refreshWishlists(client);
        toast(`${wish.name} is on your wishlist.`, 'plain', { label: 'See it', run: () => void navigate(paths.wishlists()) });
      })
      .catch((error: unknown) => toast(wordsFor(error), 'danger'));
  }, [status, client, toast, navigate]);
  return null;
}
