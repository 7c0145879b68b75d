import type { Money } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';

interface StickyAddProps {
  /** Id of the real button: the bar shows while that one is out of sight. */
  watch: string;
  price: Money;
  name: string;
  busy: boolean;
  onAdd: () => void;
}

export function StickyAdd({ watch, price, name, busy, onAdd }: StickyAddProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const button = document.getElementById(watch);
    if (!button || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) => setShown(entry !== undefined && !entry.isIntersecting));
    observer.observe(button);
    return () => observer.disconnect();
  }, [watch]);
  return (
    <div
      inert={!shown}
      className={`fixed inset-x-0 bottom-0 z-20 border-t border-line bg-bg px-4 py-3 transition-transform duration-240 md:hidden
        ${shown ? '' : 'translate-y-full'}`}
    >
      <div className="flex items-center gap-4">
        <div className="min-w-0 grow">
          <p className="truncate text-sm text-ink-2">{name}</p>
          <p className="tabular font-semibold">{formatMoney(price)}</p>
        </div>
        <Button busy={busy} onClick={onAdd}>
          Add to cart
        </Button>
      </div>
    </div>
  );
}
