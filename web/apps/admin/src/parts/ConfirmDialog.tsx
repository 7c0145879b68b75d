import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SaveBar.module.css';

interface Props {
  opened: boolean;
  title: string;
  /** What will happen, and to how many. */
  children: ReactNode;
  confirm: string;
  keep: string;
  busy: boolean;
  onConfirm(): void;
  onClose(): void;
}

/** For what can't be taken back. Everything else just happens and offers Undo. */
export function ConfirmDialog({ opened, title, children, confirm, keep, busy, onConfirm, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="sm" zIndex={300}>
      <p className={classes.words}>{children}</p>
      <div className={classes.choices}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {keep}
        </Button>
        <Button color="red" loading={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Modal>
  );
}
