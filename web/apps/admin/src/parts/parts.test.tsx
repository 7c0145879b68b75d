import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { show } from '../test/render.tsx';
import { DataTable, RowLink } from './DataTable.tsx';
import { ReasonedButton } from './ReasonedButton.tsx';
import { smallPicture } from './Thumb.tsx';
import { useToast } from './Toasts.tsx';

describe('a button that cannot be used', () => {
  it('says why, can be reached, and does nothing', async () => {
    const user = userEvent.setup();
    const onClick = vi.fn();
    show(
      <ReasonedButton reason="The order is not paid yet." onClick={onClick}>
        Ship
      </ReasonedButton>,
    );
    const button = await screen.findByRole('button', { name: 'Ship' });
    await user.tab();
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription('The order is not paid yet.');
    await user.click(button);
    expect(onClick).not.toHaveBeenCalled();
  });

  it('does not submit its form, which it does once the reason is gone', async () => {
    const user = userEvent.setup();
    const onSubmit = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
    show(
      <form onSubmit={onSubmit}>
        <ReasonedButton type="submit" reason="Not yet.">
          Save
        </ReasonedButton>
        <ReasonedButton type="submit" reason={null}>
          Save now
        </ReasonedButton>
      </form>,
    );
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    expect(onSubmit).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Save now' }));
    expect(onSubmit).toHaveBeenCalledOnce();
  });
});

describe('a list', () => {
  const rows = ['a', 'b', 'c'];
  const columns = [
    {
      key: 'n',
      header: 'Name',
      sort: { up: 'name', down: '-name' },
      cell: (row: string) => <RowLink to={`/${row}`}>{row}</RowLink>,
    },
  ];
  const list = (onSort?: (sort: string) => void, sort?: string) => (
    <>
      <input aria-label="Field" />
      <DataTable label="List" columns={columns} rows={rows} rowKey={(row) => row} sort={sort} {...(onSort && { onSort })} />
    </>
  );
  const focused = () => document.activeElement?.textContent;

  it('is walked with j and k, and with the arrows once a row has the focus', async () => {
    const user = userEvent.setup();
    show(list());
    await screen.findByRole('link', { name: 'a' });
    await user.keyboard('{ArrowDown}');
    expect(document.body).toHaveFocus();
    await user.keyboard('j');
    expect(focused()).toBe('a');
    await user.keyboard('jj');
    expect(focused()).toBe('c');
    await user.keyboard('j');
    expect(focused()).toBe('c');
    await user.keyboard('k{ArrowUp}');
    expect(focused()).toBe('a');
  });

  it('leaves the letters alone where somebody types', async () => {
    const user = userEvent.setup();
    show(list());
    await user.type(await screen.findByLabelText('Field'), 'jk');
    expect(screen.getByLabelText('Field')).toHaveValue('jk');
    expect(screen.getByLabelText('Field')).toHaveFocus();
  });

  it('says how it is sorted and turns the order around', async () => {
    const user = userEvent.setup();
    const onSort = vi.fn();
    show(list(onSort, '-name'));
    expect(await screen.findByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(onSort).toHaveBeenCalledWith('name');
  });
});

describe('a toast', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  function Part({ undo }: { undo(): void }) {
    const toast = useToast();
    return (
      <button type="button" onClick={() => toast({ title: 'Deleted', action: { label: 'Undo', run: undo } })}>
        Delete
      </button>
    );
  }

  it('is announced, stays ten seconds with its Undo, and goes', async () => {
    show(<Part undo={() => undefined} />);
    const button = await screen.findByRole('button', { name: 'Delete' });
    vi.useFakeTimers();
    fireEvent.click(button);
    expect(screen.getByRole('status')).toHaveTextContent('Deleted');
    await act(() => vi.advanceTimersByTimeAsync(9_000));
    expect(screen.getByText('Deleted')).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(screen.queryByText('Deleted')).toBeNull();
  });

  it('undoes once', async () => {
    const user = userEvent.setup();
    const undo = vi.fn();
    show(<Part undo={undo} />);
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledOnce();
    expect(screen.queryByText('Deleted')).toBeNull();
  });
});

describe('a small picture', () => {
  it('is asked for only where the shop has made one', () => {
    expect(smallPicture('/media/products/x.webp')).toBe('/media/products/x-320.webp');
    expect(smallPicture('/media/placeholder/1.svg')).toBe('/media/placeholder/1.svg');
    expect(smallPicture('https://example.com/a.webp')).toBe('https://example.com/a.webp');
  });
});
