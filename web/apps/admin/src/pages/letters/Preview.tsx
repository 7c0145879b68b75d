import { SegmentedControl } from '@mantine/core';
import type { LetterTemplate } from '@tradepost/api';
import { useState } from 'react';
import { Failed, Lines } from '../../parts/States.tsx';
import classes from './Letters.module.css';

interface Props {
  letter: LetterTemplate | undefined;
  /** What is shown is of before the last change. */
  stale: boolean;
  error: unknown;
}

/** The letter as it would arrive, on made-up facts. */
export function Preview({ letter, stale, error }: Props) {
  const [view, setView] = useState('html');
  return (
    <section className={classes.preview} aria-label="Preview" data-stale={stale || undefined}>
      <SegmentedControl
        size="xs"
        aria-label="View of the preview"
        value={view}
        onChange={setView}
        data={[
          { value: 'html', label: 'Page' },
          { value: 'text', label: 'Plain text' },
        ]}
      />
      {!letter && !error && <Lines count={10} />}
      {!letter && Boolean(error) && <Failed what="The preview could not be made." error={error} />}
      {letter && <p className={classes.subject}>{letter.subject}</p>}
      {letter && view === 'html' && (
        // An empty sandbox: no scripts, no forms, no way to the page around it.
        <iframe className={classes.page} title="Preview of the letter" sandbox="" srcDoc={letter.html} />
      )}
      {letter && view === 'text' && (
        <pre className={classes.page} tabIndex={0} aria-label="Plain text of the letter">
          {letter.text}
        </pre>
      )}
    </section>
  );
}
