import { Alert, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Simulation, SimulationTally } from '@tradepost/api';
import { benefitWords, formatMoney, fromZoned, plural, toZoned, type Money } from '@tradepost/domain';
import { useState, type FormEvent } from 'react';
import { promotionList, useSimulate } from '../../data/promotions.ts';
import { shopSettings } from '../../data/settings.ts';
import { RowLink, DataTable, type Column } from '../../parts/DataTable.tsx';
import { Card, Page } from '../../parts/Page.tsx';
import { ReasonedButton } from '../../parts/ReasonedButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Empty } from '../../parts/States.tsx';
import { Amount, When } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import classes from './Promotions.module.css';
import { Text } from './Text.tsx';

type Sample = Simulation['samples'][number];
const back = { to: paths.promotions(), label: 'Promotions' };
const monthAgo = () => new Date(Date.now() - 30 * 86_400_000).toISOString();

const columns: Column<Sample>[] = [
  { key: 'number', header: 'Order', phone: 'main', cell: (order) => <RowLink to={paths.order(order.orderId)}>{order.number}</RowLink> },
  { key: 'placed', header: 'Placed', phone: 'sub', cell: (order) => <When at={order.placedAt} /> },
  { key: 'before', header: 'Was', end: true, cell: (order) => <Amount value={order.before} /> },
  { key: 'after', header: 'Would be', phone: 'end', end: true, cell: (order) => <Amount value={order.after} /> },
  { key: 'less', header: 'Saved', phone: 'subEnd', end: true, cell: (order) => <Amount value={order.difference} /> },
];

const less = (after: Money, before: Money): Money => ({ minor: after.minor - before.minor, currency: after.currency });

function Compared({ before, after }: { before: SimulationTally; after: SimulationTally }) {
  const rows: [string, Money, Money][] = [
    ['Discount given', before.discount, after.discount],
    ['Revenue before tax', before.revenue, after.revenue],
    ['Margin, where the cost is known', before.margin, after.margin],
    ['Customers paid', before.total, after.total],
  ];
  return (
    <table className={classes.days} style={{ maxWidth: 'none' }}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <td>As it was</td>
          <td>As it would be</td>
          <td>Difference</td>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, was, would]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="figures">{formatMoney(was)}</td>
            <td className="figures">{formatMoney(would)}</td>
            <td className="figures">{formatMoney(less(would, was))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Result({ report }: { report: Simulation }) {
  const { orders, ordersTouched, ordersSkipped, mismatches, truncated } = report;
  const unknown = report.after.linesOfUnknownCost;
  return (
    <div className={classes.stack} role="status">
      {mismatches > 0 && (
        <Alert color="red" title={`${plural(mismatches, 'order')} did not come to what was charged`}>
          Their sums could not be repeated. Have it looked into before trusting these figures.
        </Alert>
      )}
      <Card title={`It would have changed ${plural(ordersTouched, 'order')} of ${orders.toLocaleString('en-US')}`}>
        <Compared before={report.before} after={report.after} />
        <p className={classes.hint}>
          Nobody is assumed to buy more or less for it, and limits are not counted.
          {ordersSkipped > 0 && ` ${plural(ordersSkipped, 'order')} in other currencies were left out.`}
          {truncated && ' There were more orders than are looked at in one go; the oldest were taken.'}
          {unknown > 0 && ` The margin says nothing about ${plural(unknown, 'line')} of unknown cost.`}
        </p>
      </Card>
      <Card title="Orders it would have changed most" flush>
        {report.samples.length === 0 ? (
          <Empty title="No order would have been different" />
        ) : (
          <DataTable label="Orders it would have changed most" columns={columns} rows={report.samples} rowKey={(order) => order.orderId} />
        )}
      </Card>
    </div>
  );
}

export function Component() {
  const zone = useQuery(shopSettings()).data?.timeZone ?? 'UTC';
  const promotions = useQuery(promotionList({ pageSize: 100 })).data?.items ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [from, setFrom] = useState(() => toZoned(monthAgo(), zone));
  const [to, setTo] = useState(() => toZoned(new Date().toISOString(), zone));
  const simulate = useSimulate();
  const promotion = promotions.find((one) => one.id === chosen);
  const [start, end] = [fromZoned(from, zone), fromZoned(to, zone)];
  const reason = !promotion ? 'Choose a promotion to try.' : !start || !end || start >= end ? 'The end must come after the start.' : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!promotion || !start || !end || reason) return;
    const { name, code, startsAt, endsAt, priority, combinable, conditions, benefit } = promotion;
    simulate.mutate({
      promotion: {
        name, code: code ?? null, startsAt: startsAt ?? null, endsAt: endsAt ?? null, priority, combinable, conditions, benefit,
      },
      from: start,
      to: end,
    });
  };

  return (
    <Page title="Simulate a promotion" back={back} narrow note="What it would have done to orders of the past. Nothing is changed.">
      <div className={classes.stack}>
        <Card title="What to try">
          <form className={classes.fields} onSubmit={submit}>
            <Refusal error={simulate.error} />
            <Select
              label="Promotion"
              placeholder="Running, scheduled, ended or off"
              data={promotions.map((one) => ({ value: one.id, label: `${one.name}: ${benefitWords(one.benefit)}` }))}
              value={chosen}
              searchable
              nothingFoundMessage="No such promotion"
              onChange={setChosen}
            />
            <div className={classes.pair}>
              <Text label="Orders from" type="datetime-local" value={from} onChange={setFrom} />
              <Text label="Until" type="datetime-local" value={to} onChange={setTo} />
            </div>
            <p className={classes.hint}>Its own dates do not count here, and everybody is taken to enter its code.</p>
            <div>
              <ReasonedButton type="submit" loading={simulate.isPending} reason={reason}>
                Simulate
              </ReasonedButton>
            </div>
          </form>
        </Card>
        {simulate.data && <Result report={simulate.data} />}
      </div>
    </Page>
  );
}
