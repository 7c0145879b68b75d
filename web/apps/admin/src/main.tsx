import './app/mantine.ts';
import '@tradepost/ui/base.css';
import './app/admin.css';
import { resumeSession } from '@tradepost/api';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

void resumeSession();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
