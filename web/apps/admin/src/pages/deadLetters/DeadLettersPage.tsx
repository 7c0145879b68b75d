import { useQuery } from '@tanstack/react-query';
import type { DeadLetter } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { useMemo, useState } from 'react';
import { deadLetterList } from '../../data/messages.ts';
import { RowButton, type Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { When } from '../../parts/Words.tsx';
import { LetterDrawer } from './LetterDrawer.tsx';

function columnsWith(open: (letter: DeadLetter) => void): Column<DeadLetter>[] {
  return [
    {
      key: 'event',
      header: 'Event',
      phone: 'main',
      cell: (letter) => (
        <>
          <RowButton onClick={() => open(letter)}>{letter.event}</RowButton>
          <span className="row-note">{letter.error}</span>
        </>
      ),
    },
    {
      key: 'subscriber',
      header: 'Failed in',
      phone: 'sub',
      width: '28%',
      cell: (letter) => <span className="row-main">{letter.subscriber}</span>,
    },
    {
      key: 'attempts',
      header: 'Tried',
      end: true,
      width: 100,
      cell: (letter) => <span className="figures soft">{plural(letter.attempts, 'time')}</span>,
    },
    {
      key: 'failed',
      header: 'Gave up',
      phone: 'subEnd',
      end: true,
      width: 140,
      cell: (letter) => (
        <span className="soft">
          <When at={letter.failedAt} />
        </span>
      ),
    },
  ];
}

export function Component() {
  const { page, set } = useListSearch();
  const letters = useQuery(deadLetterList({ page, pageSize: 25 }));
  const [opened, setOpened] = useState<DeadLetter | null>(null);
  const columns = useMemo(() => columnsWith(setOpened), []);
  return (
    <Page
      title="Dead letters"
      note="Events that a part of the shop could not work through, after every try. Nothing is lost while they stand here."
    >
      <ListView
        label="Dead letters"
        query={letters}
        columns={columns}
        rowKey={(letter) => letter.id}
        page={page}
        onPage={(next) => set({ page: next })}
        empty={<Empty title="Nothing has failed">Every event reached everyone it was meant for.</Empty>}
      />
      <LetterDrawer letter={opened} onClose={() => setOpened(null)} />
    </Page>
  );
}
