import { traceOf, wordsFor } from '@tradepost/ui';
import { Wrench } from 'lucide-react';
import { useEffect } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Button } from '../components/Button.tsx';
import { Empty } from '../components/States.tsx';
import { NotFound } from './NotFoundPage.tsx';

/** The last net: a page that threw. It says what happened, keeps the trace id and leads back. */
export function RouteError() {
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  const trace = traceOf(error);
  // A page's code that cannot be fetched is mostly an old tab after an update: loading anew brings the new one.
  const stale = error instanceof TypeError && /import|module/i.test(error.message);
  return (
    <div className="page py-10" role="alert">
      <Empty
        icon={Wrench}
        title={stale ? 'The shop has been updated' : 'This page ran into a mistake of ours'}
        heading="h1"
        action={
          <>
            <Button onClick={() => globalThis.location.reload()}>Reload</Button>
            <Button look="secondary" onClick={() => globalThis.location.assign('/')}>
              Go to the start
            </Button>
          </>
        }
      >
        <p>{stale ? 'Reload to get the new version. Your cart is kept.' : `${wordsFor(error)} Your cart is kept.`}</p>
        {trace && <p className="mt-3 font-mono text-xs break-all text-ink-3">Trace {trace}</p>}
      </Empty>
    </div>
  );
}
