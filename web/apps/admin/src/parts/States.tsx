import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemOf } from '../data/problems.ts';
import classes from './States.module.css';

export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.state}>
      <p className={classes.title}>{title}</p>
      {children && <p className={classes.words}>{children}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}

/** What failed, what to do, and the trace id for whoever looks into it. */
export function Failed({ error, what, onRetry }: { error: unknown; what: string; onRetry?: (() => void) | undefined }) {
  const problem = problemOf(error);
  return (
    <div className={classes.state} role="alert">
      <p className={classes.title}>{what}</p>
      <p className={classes.words}>{problem.message}</p>
      {onRetry && (
        <div className={classes.action}>
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
      {problem.traceId && <p className={classes.trace}>Trace {problem.traceId}</p>}
    </div>
  );
}

export function Lines({ count = 4 }: { count?: number }) {
  return (
    <div className={classes.lines} role="status" aria-label="Loading">
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} height={16} width={`${90 - (index % 3) * 18}%`} />
      ))}
    </div>
  );
}
