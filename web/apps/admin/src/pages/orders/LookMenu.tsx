import { Button, Checkbox, Menu, Switch } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import type { useLook } from './useLook.ts';

interface Props {
  columns: { key: string; header: string }[];
  look: ReturnType<typeof useLook>;
}

/** Which columns are shown, and how close the rows stand. The order's number always stays. */
export function LookMenu({ columns, look }: Props) {
  const toggle = (key: string, shown: boolean) =>
    look.change({ hidden: shown ? look.hidden.filter((one) => one !== key) : [...look.hidden, key] });
  return (
    <Menu position="bottom-end" width={240} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<SlidersHorizontal size={16} aria-hidden />}>
          View
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Columns</Menu.Label>
        {columns
          .filter((column) => column.key !== 'number')
          .map((column) => (
            <Menu.Item key={column.key} component="label">
              <Checkbox
                size="sm"
                label={column.header}
                checked={!look.hidden.includes(column.key)}
                onChange={(event) => toggle(column.key, event.currentTarget.checked)}
              />
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item component="label">
          <Switch
            size="sm"
            label="Rows close together"
            checked={look.dense}
            onChange={(event) => look.change({ dense: event.currentTarget.checked })}
          />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
