import { useSyncExternalStore } from 'react';
import { useMedia } from '../../lib/use-media.ts';

/** Whether the page is dark now: the reader's choice first, the system's otherwise. */
export function useDark(): boolean {
  const system = useMedia('(prefers-color-scheme: dark)');
  const chosen = useSyncExternalStore(onThemeChange, () => document.documentElement.dataset.theme);
  return chosen ? chosen === 'dark' : system;
}

function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
