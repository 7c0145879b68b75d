import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OfferMail } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { offerList } from '../../data/notices.ts';
import { DataTable, type Column } from '../../parts/DataTable.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed } from '../../parts/States.tsx';
import { StatusBadge } from '../../parts/StatusBadge.tsx';
import { When } from '../../parts/Words.tsx';
import { OfferDialog } from './OfferDialog.tsx';

const columns: Column<OfferMail>[] = [
  {
    key: 'title',
    header: 'Offer',
    phone: 'main',
    cell: (offer) => (
      <>
        <span className="row-main">{offer.title}</span>
        <span className="row-note">{offer.path}</span>
      </>
    ),
  },
  {
    key: 'reach',
    header: 'Written to',
    phone: 'sub',
    width: 150,
    cell: (offer) => <span className="figures soft">{plural(offer.recipients, 'person', 'people')}</span>,
  },
  {
    key: 'state',
    header: 'State',
    phone: 'end',
    width: 120,
    cell: (offer) => (offer.doneAt ? <StatusBadge label="Done" tone="ok" /> : <StatusBadge label="Going out" tone="info" />),
  },
  {
    key: 'when',
    header: 'Sent off',
    phone: 'subEnd',
    end: true,
    width: 140,
    cell: (offer) => (
      <span className="soft">
        <When at={offer.createdAt} />
      </span>
    ),
  },
];

export function Component() {
  const offers = useQuery(offerList());
  const [writing, setWriting] = useState(false);
  const agreed = offers.data?.agreed ?? 0;
  const write = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setWriting(true)}>
      Write an offer
    </Button>
  );
  const note = offers.data
    ? `${plural(agreed, 'person', 'people')} agreed to be told of new arrivals and discounts. Nobody else is written to.`
    : 'Only those who agreed are written to.';
  return (
    <Page title="Offers" note={note} actions={write} narrow>
      <Card flush>
        {offers.isError && !offers.data && (
          <Failed what="The offers could not be loaded." error={offers.error} onRetry={() => void offers.refetch()} />
        )}
        {offers.data?.items.length === 0 && (
          <Empty title="No offers yet" action={write}>
            New arrivals, a sale: by mail, and as a notice to those who want one.
          </Empty>
        )}
        {!offers.isError && offers.data?.items.length !== 0 && (
          <DataTable label="Offers" columns={columns} rows={offers.data?.items} rowKey={(offer) => offer.id} />
        )}
      </Card>
      <OfferDialog opened={writing} agreed={agreed} onClose={() => setWriting(false)} />
    </Page>
  );
}
