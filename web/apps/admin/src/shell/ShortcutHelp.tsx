import { Kbd, Modal } from '@mantine/core';
import classes from './Shell.module.css';

const keys: [string, string[]][] = [
  ['Search everything', ['Ctrl', 'K']],
  ['Search the list', ['/']],
  ['Next row', ['J']],
  ['Previous row', ['K']],
  ['Choose the row', ['X']],
  ['Open the row', ['Enter']],
  ['These keys', ['?']],
];

export function ShortcutHelp({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size="sm">
      <dl className={classes.keys}>
        {keys.map(([what, combination]) => (
          <div key={what} style={{ display: 'contents' }}>
            <dt>{what}</dt>
            <dd>
              {combination.map((key) => (
                <Kbd key={key} ml={4}>
                  {key}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
