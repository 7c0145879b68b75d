import { Button, CopyButton, TextInput } from '@mantine/core';
import classes from './Webhooks.module.css';

/** The secret that signs, shown this once. */
export function SecretOnce({ secret, onDone }: { secret: string; onDone(): void }) {
  return (
    <div className={classes.form}>
      <p className={classes.words}>Keep this secret where the receiver checks signatures. It is not shown again.</p>
      <TextInput label="Secret" readOnly value={secret} classNames={{ input: classes.code ?? '' }} onFocus={(event) =>
        event.currentTarget.select()} />
      <div className={classes.end}>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>I have kept it</Button>
      </div>
    </div>
  );
}
