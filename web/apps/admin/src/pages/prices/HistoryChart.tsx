import { useElementSize } from '@mantine/hooks';
import type { PricePoint } from '@tradepost/api';
import { formatDate, formatMoney } from '@tradepost/domain';
import { niceTop } from '../dashboard/chartScale.ts';
import classes from './Prices.module.css';
import { stepsOf } from './steps.ts';

const height = 180;
const [left, top, foot] = [64, 10, 24];
const plot = height - top - foot;

/** One message: how the price moved. A price holds until the next, so the line runs in steps. Points come latest first. */
export function HistoryChart({ points }: { points: PricePoint[] }) {
  const { ref, width } = useElementSize();
  const now = new Date();
  const currency = points.find((point) => point.price)?.price?.currency ?? 'USD';
  const highest = niceTop(Math.max(1, ...points.flatMap((point) => [point.price?.minor ?? 0, point.compareAtPrice?.minor ?? 0])));
  const room = Math.max(0, width - left - 4);
  const { first, price, was } = stepsOf(points, now);
  const span = Math.max(1, now.getTime() - first);
  const x = (at: number) => left + ((at - first) / span) * room;
  const y = (minor: number) => top + plot - (minor / highest) * plot;
  const path = (runs: { at: number; minor: number }[][]) =>
    runs.map((run) => run.map((step, index) => `${index === 0 ? 'M' : 'L'}${x(step.at)},${y(step.minor)}`).join(' ')).join(' ');
  const latest = points[0]?.price;
  const summary = `The price since ${formatDate(new Date(first))}: ${points.length} prices, now ${latest ? formatMoney(latest) : 'none'}.`;
  return (
    <figure className={classes.chart}>
      <div ref={ref}>
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={summary}
        >
          {[0, 0.5, 1].map((part) => (
            <g key={part}>
              <line x1={left} x2={left + room} y1={y(highest * part)} y2={y(highest * part)} className={classes.rule} />
              <text x={left - 8} y={y(highest * part) + 4} textAnchor="end" className={classes.axis}>
                {formatMoney({ minor: Math.trunc(highest * part), currency })}
              </text>
            </g>
          ))}
          <path d={path(was)} className={classes.was} />
          <path d={path(price)} className={classes.line} />
          <text x={left} y={height - 6} className={classes.axis}>
            {formatDate(new Date(first))}
          </text>
          <text x={left + room} y={height - 6} textAnchor="end" className={classes.axis}>
            Today
          </text>
        </svg>
      </div>
      <p className={classes.legend}>
        <span>Price</span>
        {was.length > 0 && <span data-was>Earlier price, struck through</span>}
      </p>
    </figure>
  );
}
