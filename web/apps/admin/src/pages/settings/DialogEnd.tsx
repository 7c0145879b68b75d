import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import classes from './Settings.module.css';

interface Props {
  what: string | undefined;
  reason: string | null;
  saving: boolean;
  removing: boolean;
  /** What removing it does to the shop. */
  consequence: string;
  onClose(): void;
  onRemove?: () => void;
}

export function DialogEnd({ what, reason, saving, removing, consequence, onClose, onRemove }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.end}>
      {onRemove && (
        <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
          Remove
        </Button>
      )}
      <span className={classes.space} />
      <Button variant="default" onClick={onClose}>
        Cancel
      </Button>
      <ReasonedButton type="submit" loading={saving} reason={reason}>
        Save
      </ReasonedButton>
      {onRemove && (
        <ConfirmDialog
          opened={asking}
          title={`Remove ${what}?`}
          confirm="Remove it"
          keep="Keep it"
          busy={removing}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onRemove();
          }}
        >
          {consequence}
        </ConfirmDialog>
      )}
    </div>
  );
}
