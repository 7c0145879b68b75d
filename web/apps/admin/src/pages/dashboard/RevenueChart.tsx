import { useElementSize } from '@mantine/hooks';
import type { OrdersSummary } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { niceTop } from './chartScale.ts';
import classes from './Dashboard.module.css';

type Day = OrdersSummary['days'][number];

const height = 196;
const foot = 24;
const top = 8;
const left = 56;
const plot = height - foot - top;

/** The shop counts in whole days of UTC, so the label must not slide with the reader's zone. */
export function dayWords(date: string, long = false): string {
  const options: Intl.DateTimeFormatOptions = long
    ? { weekday: 'long', month: 'long', day: 'numeric' }
    : { weekday: 'short', month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

const shortDay = (date: string) => dayWords(date).replace(/^\w+, /, '');

function shortMoney(minor: number, currency: string): string {
  return formatMoney({ minor: Math.trunc(minor), currency }).replace(/\.00$/, '');
}

const yOf = (part: number) => top + plot - part * plot;

function Rules({ highest, currency, width }: { highest: number; currency: string; width: number }) {
  return [0, 0.5, 1].map((part) => (
    <g key={part}>
      <line x1={left} x2={width} y1={yOf(part)} y2={yOf(part)} className={classes.rule} />
      <text x={left - 8} y={yOf(part) + 4} textAnchor="end" className={classes.axis}>
        {shortMoney(highest * part, currency)}
      </text>
    </g>
  ));
}

function Bar({ x, slot, part }: { x: number; slot: number; part: number }) {
  const width = Math.min(36, slot * 0.62);
  const size = part > 0 ? Math.max(2, part * plot) : 0;
  return (
    <rect x={x + (slot - width) / 2} y={top + plot - size} width={width} height={size} rx={Math.min(4, size / 2)} className={classes.bar} />
  );
}

/** Where labels would touch, only every so many days gets one; the last day always has its own. */
function DayLabel({ day, x, slot, fromEnd, width }: { day: Day; x: number; slot: number; fromEnd: number; width: number }) {
  const every = slot < 44 ? Math.ceil(44 / Math.max(slot, 1)) : 1;
  if (fromEnd % every !== 0) return null;
  const edge = fromEnd === 0 && every > 1;
  return (
    <text x={edge ? width : x + slot / 2} y={height - 6} textAnchor={edge ? 'end' : 'middle'} className={classes.axis}>
      {shortDay(day.date)}
    </text>
  );
}

/** One message: how much came in each day. Read as one picture; the table beside it has every number. */
export function RevenueChart({ days, head }: { days: Day[]; head(shown: Day | undefined): ReactNode }) {
  const { ref, width } = useElementSize();
  const [active, setActive] = useState<number | null>(null);
  const navigate = useNavigate();
  const highest = niceTop(Math.max(...days.map((day) => day.revenue.minor)));
  const slot = Math.max(0, width - left) / days.length;
  const best = days.reduce((a, b) => (b.revenue.minor > a.revenue.minor ? b : a));
  const summary = `Best day: ${dayWords(best.date, true)} with ${formatMoney(best.revenue)}.`;

  return (
    <figure className={classes.chart}>
      {head(active === null ? undefined : days[active])}
      <div ref={ref} className={classes.plot}>
        <svg
          width={width}
          height={height}
          role="img"
          onPointerLeave={() => setActive(null)}
          aria-label={`Bar chart of the revenue of the last ${days.length} days. ${summary}`}
        >
          <Rules highest={highest} currency={best.revenue.currency} width={width} />
          {days.map((day, index) => (
            <g
              key={day.date}
              className={classes.slot}
              data-active={index === active || undefined}
              onPointerEnter={() => setActive(index)}
              onClick={() => void navigate(paths.orders({ from: day.date, to: day.date }))}
            >
              <rect x={left + slot * index} y={0} width={slot} height={height} fill="transparent" />
              <Bar x={left + slot * index} slot={slot} part={day.revenue.minor / highest} />
              <DayLabel day={day} x={left + slot * index} slot={slot} fromEnd={days.length - 1 - index} width={width} />
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
}
