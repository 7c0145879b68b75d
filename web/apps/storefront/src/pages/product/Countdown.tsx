import { formatDateTime } from '@tradepost/domain';
import { Clock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { leftWords } from './price-steps.ts';

/** Counts down to the end that is truly planned, then goes: there is no timer that starts again. */
export function Countdown({ until, onOver }: { until: string; onOver: () => void }) {
  const end = new Date(until).getTime();
  const [now, setNow] = useState(() => Date.now());
  const over = now >= end;
  useEffect(() => {
    if (over) {
      onOver();
      return;
    }
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [over, onOver]);
  if (over) return null;
  return (
    <p className="mt-2 flex items-center gap-1.5 text-sm font-medium text-sale">
      <Clock size={16} aria-hidden />
      <span>
        {/* Read once, as a moment; seconds that tick are for the eye alone. */}
        <span className="sr-only">This price ends on {formatDateTime(until)}</span>
        <span aria-hidden className="tabular">
          Ends in {leftWords(end - now)}
        </span>
      </span>
    </p>
  );
}
