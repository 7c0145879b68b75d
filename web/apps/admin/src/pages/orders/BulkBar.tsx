import { Button, CloseButton, Menu, Popover, TagsInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { plural } from '@tradepost/domain';
import { Printer, Tag, Truck } from 'lucide-react';
import { useState } from 'react';
import { orderTags, saveDocuments, shipOrders, useTagOrders } from '../../data/orderDesk.ts';
import { problemOf } from '../../data/problems.ts';
import { useToast } from '../../parts/Toasts.tsx';
import classes from './Desk.module.css';

/** What can be done with several orders at once. */
export function BulkBar({ ids, onClear }: { ids: string[]; onClear(): void }) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  if (ids.length === 0) return null;
  const print = async (kind: 'label' | 'packingSlip') => {
    setBusy(true);
    try {
      await saveDocuments(ids, kind);
    } catch (error) {
      toast({ title: 'Nothing was printed', detail: problemOf(error).message, tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.bar} role="toolbar" aria-label="Chosen orders">
      <span className={classes.barCount} role="status">{`${plural(ids.length, 'order')} chosen`}</span>
      <ShipMany ids={ids} />
      <TagMany ids={ids} />
      <Menu position="top">
        <Menu.Target>
          <Button variant="default" size="sm" loading={busy} leftSection={<Printer size={16} aria-hidden />}>
            Print
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void print('packingSlip')}>Packing slips</Menu.Item>
          <Menu.Item onClick={() => void print('label')}>Labels</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CloseButton aria-label="Choose none" onClick={onClear} />
    </div>
  );
}

function ShipMany({ ids }: { ids: string[] }) {
  const client = useQueryClient();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [carrier, setCarrier] = useState('');
  const [busy, setBusy] = useState(false);
  const ship = async () => {
    setBusy(true);
    try {
      const items = await shipOrders(ids, carrier.trim());
      const left = items.filter((item) => item.problem);
      await client.invalidateQueries({ queryKey: ['orders'] });
      toast({
        title: `Shipped ${plural(items.length - left.length, 'order')}`,
        ...(left[0]?.problem && { detail: `${plural(left.length, 'order')} could not be: ${left[0].problem.title}`, tone: 'danger' }),
      });
      setOpen(false);
    } catch (error) {
      toast({ title: 'Nothing was shipped', detail: problemOf(error).message, tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus position="top" width={300}>
      <Popover.Target>
        <Button size="sm" leftSection={<Truck size={16} aria-hidden />} onClick={() => setOpen(!open)}>
          Ship
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.form}>
          <TextInput
            label="Courier"
            data-autofocus
            description={`All that is left of ${plural(ids.length, 'order')} goes out. The customers are told.`}
            value={carrier}
            maxLength={60}
            onChange={(event) => setCarrier(event.currentTarget.value)}
          />
          <Button loading={busy} disabled={carrier.trim() === ''} onClick={() => void ship()}>
            {`Ship ${plural(ids.length, 'order')}`}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function TagMany({ ids }: { ids: string[] }) {
  const known = useQuery(orderTags()).data ?? [];
  const tag = useTagOrders();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [tags, setTags] = useState<string[]>([]);
  const apply = (how: 'add' | 'remove') =>
    tag.mutate(
      { orderIds: ids, [how]: tags },
      {
        onSuccess: ({ changed }) => {
          const undo = how === 'add' ? 'remove' : 'add';
          toast({
            title: `${how === 'add' ? 'Tagged' : 'Untagged'} ${plural(changed, 'order')}`,
            action: { label: 'Undo', run: () => tag.mutate({ orderIds: ids, [undo]: tags }) },
          });
          setTags([]);
          setOpen(false);
        },
        onError: (error) => toast({ title: 'Nothing was tagged', detail: problemOf(error).message, tone: 'danger' }),
      },
    );
  return (
    <Popover opened={open} onChange={setOpen} trapFocus position="top" width={300}>
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<Tag size={16} aria-hidden />} onClick={() => setOpen(!open)}>
          Tag
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.form}>
          <TagsInput label="Tags" data-autofocus data={known} value={tags} maxTags={20} onChange={setTags} />
          <div className={classes.row}>
            <Button size="sm" loading={tag.isPending} disabled={tags.length === 0} onClick={() => apply('add')}>
              Put on
            </Button>
            <Button size="sm" variant="default" disabled={tags.length === 0 || tag.isPending} onClick={() => apply('remove')}>
              Take off
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
