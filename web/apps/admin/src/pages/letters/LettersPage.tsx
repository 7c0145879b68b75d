import { useQuery } from '@tanstack/react-query';
import type { LetterRow } from '@tradepost/api';
import { letterRows } from '../../data/notices.ts';
import { DataTable, RowLink, type Column } from '../../parts/DataTable.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { Failed, Lines } from '../../parts/States.tsx';
import { StatusBadge } from '../../parts/StatusBadge.tsx';
import { When } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import classes from './Letters.module.css';

const captions: Record<string, string> = {
  orders: 'Orders',
  returns: 'Returns',
  account: 'Account',
  reminders: 'Reminders',
  offers: 'Offers',
};

const columns: Column<LetterRow>[] = [
  { key: 'title', header: 'Letter', phone: 'main', cell: (row) => <RowLink to={paths.letter(row.kind)}>{row.title}</RowLink> },
  {
    key: 'state',
    header: 'Template',
    phone: 'end',
    width: 150,
    cell: (row) => <StatusBadge label={row.edited ? 'Edited' : 'Built in'} tone={row.edited ? 'info' : 'neutral'} />,
  },
  {
    key: 'by',
    header: 'Last saved',
    phone: 'sub',
    width: '34%',
    cell: (row) =>
      row.editedAt ? (
        <span className="soft">
          <When at={row.editedAt} /> · {row.editedBy}
        </span>
      ) : (
        <span className="soft">Never</span>
      ),
  },
];

export function Component() {
  const letters = useQuery(letterRows());
  const groups = Object.keys(captions).filter((group) => letters.data?.some((row) => row.group === group));
  return (
    <Page title="Letters" note="What the shop writes to people. Each can be edited, tried out and set back." narrow>
      {letters.isPending && (
        <Card>
          <Lines count={8} />
        </Card>
      )}
      {letters.isError && !letters.data && (
        <Card>
          <Failed what="The letters could not be loaded." error={letters.error} onRetry={() => void letters.refetch()} />
        </Card>
      )}
      <div className={classes.groups}>
        {groups.map((group) => (
          <Card key={group} title={captions[group] ?? group} flush>
            <DataTable
              label={captions[group] ?? group}
              columns={columns}
              rows={letters.data?.filter((row) => row.group === group)}
              rowKey={(row) => row.kind}
            />
          </Card>
        ))}
      </div>
    </Page>
  );
}
