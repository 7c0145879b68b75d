import { Button } from '@mantine/core';
import { plural } from '@tradepost/domain';
import classes from './ListView.module.css';
import { ReasonedButton } from './ReasonedButton.tsx';

interface Props {
  label?: string;
  page: number;
  pageSize: number;
  total: number;
  /** There are more than were counted. */
  more?: boolean | undefined;
  onPage(page: number): void;
}

export function Pager({ label = 'Pages', page, pageSize, total, more, onPage }: Props) {
  if (total === 0) return null;
  const first = (page - 1) * pageSize + 1;
  const last = more ? page * pageSize : Math.min(page * pageSize, total);
  const words =
    first > total && !more
      ? `Past the end: ${plural(total, 'entry', 'entries')} in all`
      : `${first.toLocaleString('en-US')}–${last.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}${more ? '+' : ''}`;
  const turns = total > pageSize || page > 1;
  return (
    <nav className={classes.pager} aria-label={label}>
      <span className="figures" aria-live="polite">
        {words}
      </span>
      {turns && (
        <span className={classes.turn}>
          <ReasonedButton
            variant="default"
            size="xs"
            reason={page === 1 ? 'This is the first page.' : null}
            onClick={() => onPage(page - 1)}
          >
            Previous
          </ReasonedButton>
          <ReasonedButton
            variant="default"
            size="xs"
            reason={last >= total && !more ? 'This is the last page.' : null}
            onClick={() => onPage(page + 1)}
          >
            Next
          </ReasonedButton>
        </span>
      )}
      {first > total && !more && (
        <Button variant="default" size="xs" onClick={() => onPage(1)}>
          First page
        </Button>
      )}
    </nav>
  );
}
