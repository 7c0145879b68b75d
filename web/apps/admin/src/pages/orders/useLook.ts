import { useCallback, useState } from 'react';

interface Look {
  hidden: string[];
  dense: boolean;
}

const key = 'tradepost.orders.look';
const plain: Look = { hidden: ['country'], dense: false };

function stored(): Look {
  try {
    return { ...plain, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Look>) };
  } catch {
    return plain;
  }
}

/** How this browser shows the list: which columns, and how close the rows stand. */
export function useLook() {
  const [look, setLook] = useState(stored);
  const change = useCallback((patch: Partial<Look>) => {
    setLook((before) => {
      const next = { ...before, ...patch };
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // A browser that keeps nothing shows it for as long as the page is open.
      }
      return next;
    });
  }, []);
  return { ...look, change };
}
