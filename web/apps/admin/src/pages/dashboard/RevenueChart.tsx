import { useElementSize } from '@mantine/hooks';
import type { OrdersSummary } from '@tradepost/api';
import { formatMoney, plural } from '@tradepost/domain';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { niceTop } from './chartScale.ts';
import classes from './Dashboard.module.css';

type Day = OrdersSummary['days'][number];

const height = 196;
const foot = 24;
const top = 8;

/** The shop counts in whole days of UTC, so the label must not slide with the reader's zone. */
export function dayWords(date: string, long = false): string {
  const options: Intl.DateTimeFormatOptions = long ? { weekday: 'long', month: 'long', day: 'numeric' } : { weekday: 'short', month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

function shortMoney(minor: number, currency: string): string {
  return formatMoney({ minor: Math.trunc(minor), currency }).replace(/\.00$/, '');
}

/** One message: how much came in each day. Read as one picture; the table beside it has every number. */
export function RevenueChart({ days }: { days: Day[] }) {
  const { ref, width } = useElementSize();
  const [active, setActive] = useState<number | null>(null);
  const navigate = useNavigate();
  const currency = days[0]?.revenue.currency ?? 'USD';
  const highest = niceTop(Math.max(...days.map((day) => day.revenue.minor)));
  const plot = height - foot - top;
  const left = 56;
  const slot = Math.max(0, width - left) / days.length;
  const bar = Math.min(36, slot * 0.62);
  const y = (minor: number) => top + plot - (minor / highest) * plot;
  const shown = active === null ? undefined : days[active];
  const best = days.reduce((a, b) => (b.revenue.minor > a.revenue.minor ? b : a));
  const every = slot < 44 ? Math.ceil(44 / Math.max(slot, 1)) : 1;

  return (
    <figure className={classes.chart}>
      <p className={classes.readout} aria-hidden>
        {shown ? `${dayWords(shown.date, true)}: ${formatMoney(shown.revenue)}, ${plural(shown.orders, 'order')}` : 'Point at a day for its figures.'}
      </p>
      <div ref={ref} className={classes.plot}>
        <svg
          width={width} height={height} role="img"
          aria-label={`Bar chart of the revenue of the last ${days.length} days. Best day: ${dayWords(best.date, true)} with ${formatMoney(best.revenue)}.`}
          onPointerLeave={() => setActive(null)}
        >
          {[0, 0.5, 1].map((part) => (
            <g key={part}>
              <line x1={left} x2={width} y1={y(highest * part)} y2={y(highest * part)} className={classes.rule} />
              <text x={left - 8} y={y(highest * part) + 4} textAnchor="end" className={classes.axis}>{shortMoney(highest * part, currency)}</text>
            </g>
          ))}
          {days.map((day, index) => {
            const x = left + slot * index;
            const size = day.revenue.minor > 0 ? Math.max(2, plot + top - y(day.revenue.minor)) : 0;
            return (
              <g
                key={day.date} className={classes.slot} data-active={index === active || undefined}
                onPointerEnter={() => setActive(index)} onClick={() => void navigate(paths.orders({ from: day.date, to: day.date }))}
              >
                <rect x={x} y={0} width={slot} height={height} fill="transparent" />
                <rect x={x + (slot - bar) / 2} y={top + plot - size} width={bar} height={size} rx={Math.min(4, size / 2)} className={classes.bar} />
                {(days.length - 1 - index) % every === 0 && (
                  <text x={x + slot / 2} y={height - 6} textAnchor="middle" className={classes.axis}>
                    {dayWords(day.date).replace(/^\w+, /, '')}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
    </figure>
  );
}
