import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Webhook } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { webhookList } from '../../data/notices.ts';
import { DataTable, RowLink, type Column } from '../../parts/DataTable.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed } from '../../parts/States.tsx';
import { paths } from '../../paths.ts';
import { WebhookBadge } from './WebhookBadge.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';

const columns: Column<Webhook>[] = [
  {
    key: 'url',
    header: 'Address',
    phone: 'main',
    cell: (hook) => (
      <>
        <RowLink to={paths.webhook(hook.id)}>{hook.url}</RowLink>
        {hook.description && <span className="row-note">{hook.description}</span>}
      </>
    ),
  },
  {
    key: 'events',
    header: 'Events',
    phone: 'sub',
    width: 120,
    cell: (hook) => <span className="soft">{plural(hook.events.length, 'event')}</span>,
  },
  { key: 'state', header: 'State', phone: 'end', width: 130, cell: (hook) => <WebhookBadge hook={hook} /> },
];

export function Component() {
  const hooks = useQuery(webhookList());
  const [making, setMaking] = useState(false);
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      New webhook
    </Button>
  );
  return (
    <Page
      title="Webhooks"
      note="Other systems are told what happens in the shop: signed, and tried again until they answer."
      actions={add}
      narrow
    >
      <Card flush>
        {hooks.isError && !hooks.data && (
          <Failed what="The webhooks could not be loaded." error={hooks.error} onRetry={() => void hooks.refetch()} />
        )}
        {hooks.data?.items.length === 0 && (
          <Empty title="Nobody is told yet" action={add}>
            A warehouse, an accounting system, a chat: give the address that takes the events.
          </Empty>
        )}
        {!hooks.isError && hooks.data?.items.length !== 0 && (
          <DataTable label="Webhooks" columns={columns} rows={hooks.data?.items} rowKey={(hook) => hook.id} />
        )}
      </Card>
      <WebhookDialog editing={making ? 'new' : null} etag={null} events={hooks.data?.events ?? []} onClose={() => setMaking(false)} />
    </Page>
  );
}
