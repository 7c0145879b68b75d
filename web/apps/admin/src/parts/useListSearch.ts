import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The state of a list lives in the address, so that a view can be kept, shared and gone back to. */
export function useListSearch() {
  const [params, setParams] = useSearchParams();

  const set = useCallback(
    (patch: Record<string, string | number | undefined>, how: { replace?: boolean } = {}) => {
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          // Any other filter makes another list; its first page is where reading starts.
          if (!('page' in patch)) after.delete('page');
          for (const [name, value] of Object.entries(patch)) {
            if (value === undefined || value === '') after.delete(name);
            else after.set(name, String(value));
          }
          return after;
        },
        { replace: how.replace ?? false, preventScrollReset: !('page' in patch) },
      );
    },
    [setParams],
  );

  const page = Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1);
  return { get: (name: string) => params.get(name) ?? undefined, page, set };
}
