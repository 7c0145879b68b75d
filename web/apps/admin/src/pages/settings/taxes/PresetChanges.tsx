import type { TaxPresetChange, TaxPresetResult } from '@tradepost/api';
import classes from '../Settings.module.css';
import { zoneOf } from './rates.ts';

const words = { created: 'New', updated: 'Changed', removed: 'Ends' } as const;

/** "3 new, 1 changed, 1 ended, 70 as they were". */
export function countsOf({ created, updated, removed, unchanged }: TaxPresetResult): string {
  const parts: [number, string][] = [
    [created, 'new'],
    [updated, 'changed'],
    [removed, 'ended'],
    [unchanged, 'as they were'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ');
}

const percentOf = ({ kind, percent, percentBefore }: TaxPresetChange) =>
  kind === 'updated' && percentBefore !== percent ? `${percentBefore} → ${percent} %` : `${percent} %`;

/** What taking a table over would do, rate by rate. */
export function PresetChanges({ result, stale }: { result: TaxPresetResult; stale: boolean }) {
  const { changes, newTaxClasses } = result;
  return (
    <section aria-label="What it would change" aria-busy={stale} className={classes.preview} data-stale={stale || undefined}>
      <p className={classes.counts} aria-live="polite">
        {countsOf(result) || 'Nothing to do'}
        {newTaxClasses.length > 0 && `. New classes: ${newTaxClasses.join(', ')}`}
      </p>
      {changes.length > 0 && (
        <ul className={classes.changes} tabIndex={0} aria-label="Rates">
          {changes.map((change, index) => (
            <li key={index} data-kind={change.kind}>
              <span className={classes.kind}>{words[change.kind]}</span>
              <span className={classes.what}>
                {[change.country, change.state].filter(Boolean).join('-')} · {change.name} · {change.taxClass}
                {zoneOf(change) && <span className="row-note">{zoneOf(change)}</span>}
              </span>
              <span className="figures">{percentOf(change)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
