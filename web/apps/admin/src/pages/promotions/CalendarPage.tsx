import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatInZone, plural } from '@tradepost/domain';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { promotionList } from '../../data/promotions.ts';
import { shopSettings } from '../../data/settings.ts';
import { Card, Page } from '../../parts/Page.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { useListSearch } from '../../parts/useListSearch.ts';
import { paths } from '../../paths.ts';
import { barOf, monthAfter, monthOf, type Bar, type Month } from './calendar.ts';
import classes from './Calendar.module.css';

const back = { to: paths.promotions(), label: 'Promotions' };

function spanWords({ promotion: { startsAt, endsAt } }: Bar, zone: string): string {
  const from = startsAt ? `from ${formatInZone(startsAt, zone)}` : 'from long ago';
  return `${from} ${endsAt ? `until ${formatInZone(endsAt, zone)}` : 'with no end'}`;
}

function Days({ month, today }: { month: Month; today: number | null }) {
  return (
    <div className={classes.days} style={{ gridTemplateColumns: `repeat(${month.days}, minmax(0, 1fr))` }} aria-hidden>
      {Array.from({ length: month.days }, (_, place) => (
        <span key={place} data-today={today === place + 1 || undefined}>
          {place + 1}
        </span>
      ))}
    </div>
  );
}

/** One row a campaign: read aloud it is a list of links with their times; for the eye, bars over the days. */
function Rows({ bars, month, zone }: { bars: Bar[]; month: Month; zone: string }) {
  return (
    <ul className={classes.rows} aria-label={`Promotions in ${month.title}`}>
      {bars.map((bar) => (
        <li key={bar.promotion.id} style={{ gridTemplateColumns: `repeat(${month.days}, minmax(0, 1fr))` }}>
          <Link
            to={paths.promotion(bar.promotion.id)}
            className={classes.bar}
            data-state={bar.promotion.state}
            data-before={bar.before || undefined}
            data-after={bar.after || undefined}
            style={{ gridColumn: `${bar.first} / ${bar.last + 1}` }}
            title={`${bar.promotion.name}, ${spanWords(bar, zone)}`}
            aria-label={`${bar.promotion.name}, ${bar.promotion.state}, ${spanWords(bar, zone)}`}
          >
            <span>{bar.promotion.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function Component() {
  const { get, set } = useListSearch();
  const settings = useQuery(shopSettings());
  const zone = settings.data?.timeZone ?? 'UTC';
  const now = new Date();
  const month = monthOf(get('month'), zone, now);
  const thisMonth = monthOf(undefined, zone, now);
  const list = useQuery({ ...promotionList({ from: month.from, to: month.to, pageSize: 100 }), enabled: settings.data !== undefined });
  const bars = (list.data?.items ?? []).map((promotion) => barOf(promotion, month, zone)).filter((bar) => bar !== null);
  bars.sort((a, b) => a.first - b.first || b.last - a.last);
  const today = month.key === thisMonth.key
    ? Number(new Intl.DateTimeFormat('en-US', { day: 'numeric', timeZone: zone }).format(now))
    : null;
  const go = (key: string) => set({ month: key === thisMonth.key ? undefined : key });
  const add = (
    <Button component={Link} to={paths.newPromotion()} leftSection={<Plus size={16} aria-hidden />}>
      New promotion
    </Button>
  );
  return (
    <Page title="Campaign calendar" back={back} actions={add} note={`By the shop’s clocks: ${zone.replaceAll('_', ' ')}.`}>
      <Card
        title={month.title}
        aside={
          <span className={classes.turn}>
            <Button variant="default" size="xs" onClick={() => go(monthAfter(month.key, -1))} aria-label="Month before">
              ‹
            </Button>
            <Button variant="default" size="xs" onClick={() => go(thisMonth.key)}>
              Today
            </Button>
            <Button variant="default" size="xs" onClick={() => go(monthAfter(month.key, 1))} aria-label="Month after">
              ›
            </Button>
          </span>
        }
      >
        <p className={classes.count} role="status">
          {list.data ? `${plural(bars.length, 'promotion')}${list.data.total > 100 ? ' shown; there are more' : ''}` : 'Loading'}
        </p>
        {list.isError && !list.data && (
          <Failed what="The calendar could not be loaded." error={list.error} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <Lines count={5} />}
        {list.data && bars.length === 0 && (
          <Empty title={`Nothing runs in ${month.title}`}>Look at another month, or plan a campaign.</Empty>
        )}
        {bars.length > 0 && (
          <div className={classes.frame}>
            <Days month={month} today={today} />
            <Rows bars={bars} month={month} zone={zone} />
          </div>
        )}
      </Card>
    </Page>
  );
}
