import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take, type WishlistCard } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { Heart, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Picture } from '../../components/Picture.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';
import { refreshWishlists, wishlistsQuery } from '../../wishlists/queries.ts';
import { NameDialog } from './NameDialog.tsx';

const most = 50;

export function WishlistsPage() {
  useTitle('Your wishlists');
  const { data, error, isPending, refetch } = useQuery(wishlistsQuery());
  const client = useQueryClient();
  const navigate = useNavigate();
  const [naming, setNaming] = useState(false);
  if (isPending)
    return (
      <>
        <Loading label="Loading your wishlists" />
        <div aria-hidden className="grid gap-4 sm:grid-cols-2">
          {[1, 2, 3, 4].map((one) => (
            <div key={one} className="skeleton h-36 rounded-card!" />
          ))}
        </div>
      </>
    );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const create = async (name: string) => {
    const list = await take(api.POST('/api/v1/wishlists', { body: { name } }));
    await refreshWishlists(client);
    void navigate(paths.wishlist(list.id));
  };
  const full = data.total >= most;
  const newList = (
    <Button look="secondary" disabled={full} onClick={() => setNaming(true)}>
      <Plus size={18} aria-hidden /> New list
    </Button>
  );
  return (
    <section aria-labelledby="wishlists">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="wishlists" className="text-xl font-semibold">
          Wishlists
        </h2>
        {data.items.length > 0 && newList}
      </div>
      {full && <p className="mt-2 text-sm text-ink-2">There is room for {most} lists. Delete one to make another.</p>}
      {data.items.length === 0 ? (
        <Empty
          icon={Heart}
          title="No wishlist yet"
          action={
            <>
              <ButtonLink to={paths.search()}>Look around</ButtonLink>
              {newList}
            </>
          }
        >
          <p>Tap the heart of anything you like. It waits here, and we tell you when it gets cheaper or comes back.</p>
        </Empty>
      ) : (
        <ul className="mt-5 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {data.items.map((list) => (
            <li key={list.id} className="grid min-w-0">
              <ListCard list={list} />
            </li>
          ))}
        </ul>
      )}
      <NameDialog title="New wishlist" action="Make list" open={naming} close={() => setNaming(false)} save={create} />
    </section>
  );
}

function ListCard({ list }: { list: WishlistCard }) {
  const gaps = Math.max(0, 4 - list.pictures.length);
  return (
    <article className="relative min-w-0 rounded-card border border-line p-4 transition-colors duration-150 hover:bg-sunken">
      <div aria-hidden className="grid grid-cols-4 gap-2">
        {list.pictures.map((url, index) => (
          <span key={`${url}/${index}`} className="block overflow-hidden rounded-control">
            <Picture url={url} alt="" sizes="96px" />
          </span>
        ))}
        {Array.from({ length: gaps }, (_, index) => (
          <span key={index} className="block aspect-square rounded-control border border-dashed border-line" />
        ))}
      </div>
      <h3 className="mt-3.5 font-semibold tracking-normal break-words">
        <Link to={paths.wishlist(list.id)} className="after:absolute after:inset-0 after:rounded-card">
          {list.name}
        </Link>
      </h3>
      <div className="mt-1 flex min-h-6 flex-wrap items-center gap-2">
        <p className="tabular text-sm text-ink-2">{list.itemCount === 0 ? 'Empty' : plural(list.itemCount, 'item')}</p>
        {list.isDefault && <Badge tone="success">Hearts go here</Badge>}
        {list.shared && <Badge tone="plain">Shared</Badge>}
      </div>
    </article>
  );
}
