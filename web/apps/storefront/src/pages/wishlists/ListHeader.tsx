import { api, take, type WishlistPage } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { Ellipsis, Share2, ShoppingBag } from 'lucide-react';
import { DropdownMenu, Switch } from 'radix-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button, IconButton } from '../../components/Button.tsx';
import { useSession } from '../../session/useSession.ts';
import { useToast } from '../../toasts/Toasts.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { NameDialog } from './NameDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import type { ListActions } from './useListActions.ts';

type Shown = 'share' | 'name' | 'delete' | null;

export function ListHeader({ list, actions }: { list: WishlistPage; actions: ListActions }) {
  const [shown, setShown] = useState<Shown>(null);
  const navigate = useNavigate();
  const toast = useToast();
  const close = () => setShown(null);
  const remove = async () => {
    await take(api.DELETE('/api/v1/wishlists/{id}', { params: { path: { id: list.id } } }));
    toast(`${list.name} was deleted.`);
    await navigate(paths.wishlists());
    await actions.changed();
  };
  return (
    <header>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="text-2xl font-bold break-words">{list.name}</h2>
          <div className="mt-1 flex flex-wrap items-center gap-2">
            <p className="tabular text-ink-2">{list.itemCount === 0 ? 'Empty' : plural(list.itemCount, 'item')}</p>
            {list.isDefault && <Badge tone="success">Hearts go here</Badge>}
            {list.shared && <Badge tone="plain">Shared</Badge>}
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {list.itemCount > 0 && (
            <Button busy={actions.busy === 'all'} onClick={() => void actions.moveAll()}>
              <ShoppingBag size={17} aria-hidden /> Move all to cart
            </Button>
          )}
          <Button look="secondary" onClick={() => setShown('share')}>
            <Share2 size={17} aria-hidden /> Share
          </Button>
          <Menu list={list} actions={actions} show={setShown} />
        </div>
      </div>
      <NotifySwitch list={list} actions={actions} />
      <ShareDialog list={list} open={shown === 'share'} close={close} changed={actions.changed} />
      <NameDialog
        title="Rename the list"
        action="Save"
        name={list.name}
        open={shown === 'name'}
        close={close}
        save={(name) => actions.edit({ name })}
      />
      <DeleteDialog list={list} open={shown === 'delete'} close={close} remove={remove} />
    </header>
  );
}

function Menu({ list, actions, show }: { list: WishlistPage; actions: ListActions; show: (shown: Shown) => void }) {
  const item = `flex min-h-11 cursor-pointer items-center rounded-chip px-3 text-sm outline-none data-highlighted:bg-sunken`;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label="More for this list">
          <Ellipsis size={20} aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="animate-fade z-50 w-60 rounded-control border border-line bg-raised p-1.5 shadow-2"
        >
          <DropdownMenu.Item className={item} onSelect={() => show('name')}>
            Rename
          </DropdownMenu.Item>
          {!list.isDefault && (
            <DropdownMenu.Item className={item} onSelect={() => void actions.run('default', () => actions.edit({ isDefault: true }))}>
              Put hearts on this list
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item className={`${item} text-danger`} onSelect={() => show('delete')}>
            Delete list
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Mails about this list. They go to confirmed addresses only, so who has not confirmed is told. */
function NotifySwitch({ list, actions }: { list: WishlistPage; actions: ListActions }) {
  const { user } = useSession();
  const toast = useToast();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const on = wanted ?? list.notify;
  const change = async (notify: boolean) => {
    setWanted(notify);
    try {
      await actions.edit({ notify });
    } catch (error) {
      toast(wordsFor(error), 'danger');
    }
    setWanted(null);
  };
  return (
    <div className="mt-5 rounded-card bg-sunken px-5 py-3">
      <label className="flex min-h-11 items-center justify-between gap-4">
        <span className="min-w-0">
          <span className="block font-medium">Tell me by e-mail</span>
          <span className="block text-sm text-ink-2">When something here gets cheaper or is back in stock.</span>
        </span>
        <Switch.Root
          checked={on}
          onCheckedChange={(next) => void change(next)}
          aria-label="Tell me by e-mail when something here gets cheaper or is back in stock"
          className={`relative h-7 w-12 shrink-0 rounded-full border border-line-strong bg-bg transition-colors duration-150
            data-[state=checked]:border-accent data-[state=checked]:bg-accent`}
        >
          <Switch.Thumb
            className={`block size-5 translate-x-1 rounded-full bg-line-strong transition-transform duration-150
              data-[state=checked]:translate-x-6 data-[state=checked]:bg-on-accent`}
          />
        </Switch.Root>
      </label>
      {on && user && !user.emailConfirmed && (
        <p className="pb-1 text-sm text-warn">Confirm your e-mail address first: we write to confirmed addresses only.</p>
      )}
    </div>
  );
}
