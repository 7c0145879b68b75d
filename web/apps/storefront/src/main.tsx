import './styles.css';
import { resumeSession } from '@tradepost/api';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { App } from './app/App.tsx';
import { primeFromPage } from './app/page-data.ts';
import { queryClient } from './app/query-client.ts';
import { routes } from './app/routes.tsx';

void resumeSession();
primeFromPage(queryClient, document);
const router = createBrowserRouter(routes(queryClient));

/** The server's plain page stays until the first view is ready: React then takes over without a blank moment. */
function start(): void {
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App router={router} />
      </StrictMode>,
    );
}

if (router.state.initialized) start();
else {
  const stop = router.subscribe((state) => {
    if (!state.initialized) return;
    stop();
    start();
  });
}
