import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WebhookDelivery } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useMemo, useState } from 'react';
import { deliveryList, useWebhookActions } from '../../data/notices.ts';
import { problemOf } from '../../data/problems.ts';
import { RowButton, type Column } from '../../parts/DataTable.tsx';
import { Views } from '../../parts/ListTools.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { Empty } from '../../parts/States.tsx';
import { MailBadge } from '../../parts/StatusBadge.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { When } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import { DeliveryDrawer } from './DeliveryDrawer.tsx';

function columnsWith(open: (id: string) => void): Column<WebhookDelivery>[] {
  return [
    {
      key: 'type',
      header: 'Event',
      phone: 'main',
      cell: (one) => (
        <>
          <RowButton onClick={() => open(one.id)}>{one.type}</RowButton>
          {one.lastError && <span className="row-note">{one.lastError}</span>}
        </>
      ),
    },
    { key: 'status', header: 'Status', phone: 'end', width: 130, cell: (one) => <MailBadge status={one.status} /> },
    {
      key: 'answer',
      header: 'Answer',
      end: true,
      phone: 'sub',
      width: 130,
      cell: (one) => (
        <span className="figures soft">
          {one.lastStatus ?? '—'} · {plural(one.attempts, 'try', 'tries')}
        </span>
      ),
    },
    {
      key: 'when',
      header: 'Happened',
      phone: 'subEnd',
      end: true,
      width: 140,
      cell: (one) => (
        <span className="soft">
          <When at={one.createdAt} />
        </span>
      ),
    },
  ];
}

const states = [
  ['', 'All'],
  ['pending', 'On their way'],
  ['failed', 'Failed'],
  ['delivered', 'Delivered'],
] as const;

/** What this receiver was sent, with every answer it gave. */
export function DeliveryLog({ endpointId, active }: { endpointId: string; active: boolean }) {
  const { get, page, set } = useListSearch();
  const status = get('status');
  const [opened, setOpened] = useState<string | null>(null);
  const deliveries = useQuery({ ...deliveryList({ endpointId, status, page, pageSize: 25 }), refetchInterval: 10_000 });
  const failed = useQuery(deliveryList({ endpointId, status: 'failed', pageSize: 1 })).data?.total ?? 0;
  const { replayFailed } = useWebhookActions(endpointId);
  const columns = useMemo(() => columnsWith(setOpened), []);
  const toast = useToast();
  const views = states.map(([value, label]) => ({
    label,
    to: paths.webhook(endpointId) + (value ? `?status=${value}` : ''),
    current: (status ?? '') === value,
  }));
  const again = async () => {
    try {
      const { count } = await replayFailed.mutateAsync({});
      toast({ title: `${plural(count, 'event')} sent again` });
    } catch (error) {
      toast({ title: 'Nothing was sent again', detail: problemOf(error).message, tone: 'danger' });
    }
  };
  return (
    <>
      <ListView
        label="Log"
        query={deliveries}
        columns={columns}
        rowKey={(one) => one.id}
        page={page}
        onPage={(next) => set({ page: next })}
        toolbar={
          <>
            <Views label="Which events" views={views} />
            {failed > 0 && active && (
              <Button variant="default" loading={replayFailed.isPending} onClick={() => void again()}>
                {`Send the ${failed} failed again`}
              </Button>
            )}
          </>
        }
        empty={<Empty title="Nothing here yet">Send a test to see whether the receiver answers.</Empty>}
      />
      <DeliveryDrawer id={opened} endpointId={endpointId} active={active} onClose={() => setOpened(null)} />
    </>
  );
}
