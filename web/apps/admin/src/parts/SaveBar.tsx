import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SaveBar.module.css';
import { ReasonedButton } from './ReasonedButton.tsx';

interface Props {
  note: ReactNode;
  reason: string | null;
  busy: boolean;
  label: string;
  onDiscard?: (() => void) | undefined;
}

/** Stays in sight under a long form; its button submits the form around it. */
export function SaveBar({ note, reason, busy, label, onDiscard }: Props) {
  return (
    <div className={classes.bar} role="region" aria-label="Save">
      <span className={classes.note} role="status">
        {note}
      </span>
      {onDiscard && (
        <Button variant="default" onClick={onDiscard} disabled={busy}>
          Discard
        </Button>
      )}
      <ReasonedButton type="submit" reason={reason} loading={busy}>
        {label}
      </ReasonedButton>
    </div>
  );
}
