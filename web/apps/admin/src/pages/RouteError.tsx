import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { problemOf } from '../data/problems.ts';
import classes from '../parts/States.module.css';

/** A bundle that is gone means that a newer version was installed under an open page. */
function isOutdated(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
}

/** When a page itself breaks: say so, keep the way out open, and leave the reason for whoever looks into it. */
export function RouteError() {
  const error = useRouteError();
  useEffect(() => {
    document.title = 'Problem · Tradepost admin';
    console.error(error);
  }, [error]);
  const problem = problemOf(error);
  const outdated = isOutdated(error);
  const words = isRouteErrorResponse(error) ? `The page answered ${error.status}.` : problem.message;
  return (
    <main>
      <div className={classes.state} role="alert">
        <h1 className={classes.title}>{outdated ? 'A newer version of the admin is here' : 'This page could not be shown'}</h1>
        <p className={classes.words}>{outdated ? 'Load the page again to use it.' : words}</p>
        <div className={classes.action}>
          <Button onClick={() => window.location.reload()}>Load again</Button>
        </div>
        {problem.traceId && <p className={classes.trace}>Trace {problem.traceId}</p>}
      </div>
    </main>
  );
}
