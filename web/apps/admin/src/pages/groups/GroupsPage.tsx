import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CustomerGroup } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { groupList } from '../../data/groups.ts';
import { RowLink, type Column } from '../../parts/DataTable.tsx';
import { ListView } from '../../parts/ListView.tsx';
import { Page } from '../../parts/Page.tsx';
import { Empty } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { paths } from '../../paths.ts';
import { GroupDialog } from './GroupDialog.tsx';

const columns: Column<CustomerGroup>[] = [
  { key: 'name', header: 'Group', phone: 'main', cell: (group) => <RowLink to={paths.customerGroup(group.id)}>{group.name}</RowLink> },
  { key: 'code', header: 'Code', phone: 'sub', cell: (group) => <span className="soft">{group.code}</span> },
  {
    key: 'members',
    header: 'Members',
    phone: 'end',
    end: true,
    cell: (group) => <span className="figures">{plural(group.members, 'member')}</span>,
  },
];

export function Component() {
  const { page, set } = useListSearch();
  const groups = useQuery(groupList(page, 25));
  const [making, setMaking] = useState(false);
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      New group
    </Button>
  );
  return (
    <Page title="Customer groups" note="Promotions and prices can be for certain groups only." actions={add} narrow>
      <ListView
        label="Customer groups"
        query={groups}
        columns={columns}
        rowKey={(group) => group.id}
        page={page}
        onPage={(next) => set({ page: next })}
        empty={
          <Empty title="No groups yet" action={add}>
            Members, staff, wholesale: whoever gets other prices than everybody.
          </Empty>
        }
      />
      <GroupDialog editing={making ? 'new' : null} onClose={() => setMaking(false)} />
    </Page>
  );
}
