import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from '../parts/States.tsx';
import { Page } from '../parts/Page.tsx';
import { paths } from '../paths.ts';

export function Component() {
  return (
    <Page title="Not found">
      <Empty
        title="There is no page at this address"
        action={
          <Button component={Link} to={paths.dashboard()} variant="default">
            Go to the dashboard
          </Button>
        }
      >
        It may have moved, or the link is incomplete. Search with Ctrl K, or start from the dashboard.
      </Empty>
    </Page>
  );
}
