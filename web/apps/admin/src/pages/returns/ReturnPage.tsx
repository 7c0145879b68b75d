import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { isProblem, type Return } from '@tradepost/api';
import { formatDateTime, formatMoney, negated } from '@tradepost/domain';
import { Link, useParams } from 'react-router';
import { returnById, useApprove, useReceive } from '../../data/returns.ts';
import { Card, Page } from '../../parts/Page.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Empty, Failed, Lines } from '../../parts/States.tsx';
import { useToast } from '../../parts/Toasts.tsx';
import { Moment } from '../../parts/Words.tsx';
import { paths } from '../../paths.ts';
import classes from '../orders/Order.module.css';
import { InspectForm } from './InspectForm.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';
import { ReturnPhotos } from './ReturnPhotos.tsx';
import { conditions, decisions, reasons, ReturnBadge, returnEvent } from './words.tsx';

const back = { to: paths.returns(), label: 'Returns' };

export function Component() {
  const { id = '' } = useParams();
  const query = useQuery(returnById(id));
  if (query.data) return <Loaded one={query.data} />;
  const missing = isProblem(query.error) && (query.error.status === 404 || query.error.status === 400);
  return (
    <Page title={missing ? 'No such return' : 'Return'} back={back}>
      <Card>
        {missing && <Empty title="There is no return with this id">Look for it in the list by its number or its order.</Empty>}
        {!missing && query.isError && (
          <Failed what="The return could not be loaded." error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.isPending && <Lines count={8} />}
      </Card>
    </Page>
  );
}

function Loaded({ one }: { one: Return }) {
  const may = (action: string) => one.allowedActions.includes(action);
  return (
    <Page
      title={`${one.kind === 'withdrawal' ? 'Withdrawal' : 'Return'} ${one.number}`}
      mark={<ReturnBadge status={one.status} />}
      note={
        <>
          {formatDateTime(one.requestedAt)} · {one.customerName} ·{' '}
          <Link className="text-link" to={paths.order(one.orderId)}>
            Order {one.orderNumber}
          </Link>
        </>
      }
      back={back}
      actions={<Actions one={one} />}
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <ItemsCard one={one} />
          {may('inspect') && <InspectForm one={one} />}
          <ReturnPhotos one={one} />
        </div>
        <div className={classes.column}>
          <MoneyCard one={one} />
          <WordsCard one={one} />
          <Card title="Timeline">
            <ol className={classes.timeline}>
              {one.timeline.toReversed().map((entry, index) => (
                <li key={index}>
                  <span className="row-main">{returnEvent(entry.event)}</span>
                  {entry.note && <span className="row-note">{entry.note}</span>}
                  <span className="row-note">
                    <Moment at={entry.at} />
                    {entry.by && ` · ${entry.by}`}
                  </span>
                </li>
              ))}
            </ol>
          </Card>
        </div>
      </div>
    </Page>
  );
}

function Actions({ one }: { one: Return }) {
  const [refusing, refuse] = useDisclosure(false);
  const approve = useApprove(one.id);
  const receive = useReceive(one.id);
  const toast = useToast();
  const may = (action: string) => one.allowedActions.includes(action);
  return (
    <>
      <Refusal error={approve.error ?? receive.error} />
      {may('refuse') && (
        <Button variant="default" onClick={refuse.open}>
          Refuse
        </Button>
      )}
      {may('approve') && (
        <Button
          loading={approve.isPending}
          onClick={() =>
            approve.mutate(
              {},
              { onSuccess: () => toast({ title: `${one.number} approved`, detail: 'The customer is told how to send it.' }) },
            )
          }
        >
          Approve
        </Button>
      )}
      {may('receive') && (
        <Button
          variant="default"
          loading={receive.isPending}
          onClick={() =>
            receive.mutate({}, { onSuccess: () => toast({ title: `${one.number} has arrived`, detail: 'The customer is told.' }) })
          }
        >
          Mark as arrived
        </Button>
      )}
      <RefuseDialog one={one} opened={refusing} onClose={refuse.close} />
    </>
  );
}

function ItemsCard({ one }: { one: Return }) {
  return (
    <Card title="Items">
      <div className={classes.stack}>
        {one.lines.map((line) => (
          <div key={line.id} className={classes.sumRow}>
            <div>
              <span className="row-main">
                {line.quantity} × {line.name}
              </span>
              <span className="row-note">
                {line.sku} · {reasons[line.reason]}
                {line.feePercent > 0 ? ` · fee ${line.feePercent} %` : ''}
              </span>
              {line.inspections.map((found, index) => (
                <span key={index} className="row-note">
                  Found: {found.quantity} {conditions[found.condition].toLowerCase()}, {found.restock ? 'restocked' : 'written off'}
                </span>
              ))}
            </div>
            <span className="figures">{formatMoney(line.worth)}</span>
          </div>
        ))}
      </div>
    </Card>
  );
}

function MoneyCard({ one: { expected, decided, shopPays } }: { one: Return }) {
  const rows: [string, string][] = decided
    ? [['Decided', decisions[decided.decision]], ['Went back', formatMoney(decided.refund)]]
    : [
        ['Paid for these items', formatMoney(expected.worth)],
        ...(expected.fee.minor > 0 ? [['Restocking fee', formatMoney(negated(expected.fee))] as [string, string]] : []),
        ...(expected.shipping.minor > 0 ? [['Delivery', formatMoney(expected.shipping)] as [string, string]] : []),
        ['Refund if all is well', formatMoney(expected.refund)],
      ];
  return (
    <Card title="Money">
      <dl className={classes.sums}>
        {rows.map(([label, value], index) => (
          <div key={label} className={classes.sumRow} data-strong={index === rows.length - 1 || undefined}>
            <dt>{label}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
        <div className={classes.sumRow}>
          <dt>Way back paid by</dt>
          <dd>{shopPays ? 'the shop' : 'the customer'}</dd>
        </div>
      </dl>
      {decided?.note && <p className={classes.plain}>{decided.note}</p>}
    </Card>
  );
}

function WordsCard({ one }: { one: Return }) {
  const sent = [one.sent?.carrier, one.sent?.trackingNumber].filter(Boolean).join(' ');
  const said: [string, string | null | undefined][] = [
    ['The customer’s words', one.comment],
    ['Declared', one.statement],
    ['Sent with', sent],
    ['Refused because', one.refuseReason],
  ];
  const shown = said.filter(([, text]) => text);
  if (shown.length === 0) return null;
  return (
    <Card title="What was said">
      <div className={classes.stack}>
        {shown.map(([label, text]) => (
          <div key={label}>
            <h3 className={classes.small}>{label}</h3>
            <p className={classes.break} style={{ margin: 0, whiteSpace: 'pre-line' }}>
              {text}
            </p>
          </div>
        ))}
      </div>
    </Card>
  );
}
