import type { Order, Shipment } from '@tradepost/api';
import { formatDateTime } from '@tradepost/domain';
import { Copy, ExternalLink, Truck } from 'lucide-react';
import { IconButton } from '../../components/Button.tsx';
import { useToast } from '../../toasts/Toasts.tsx';
import { ParcelSteps } from './ParcelSteps.tsx';
import { eventWords } from './words.ts';

export function Shipments({ order }: { order: Order }) {
  if (order.shipments.length === 0) return null;
  return (
    <section aria-labelledby="parcels">
      <h2 id="parcels" className="text-xl font-semibold">
        {order.shipments.length > 1 ? 'Parcels' : 'Parcel'}
      </h2>
      <ul className="mt-3 space-y-3">
        {order.shipments.map((shipment) => (
          <Parcel key={shipment.id} order={order} shipment={shipment} />
        ))}
      </ul>
    </section>
  );
}

/** A day of the calendar as the customer reads it; days have no zone. */
function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(new Date(day));
}

function arrivalWords({ status, dueOn, deliveredAt }: Shipment): string | null {
  if (deliveredAt) return `Arrived ${formatDateTime(deliveredAt)}`;
  if (status === 'outForDelivery') return 'It should arrive today.';
  return dueOn && status === 'inTransit' ? `It should arrive by ${dayWords(dueOn)}.` : null;
}

function Parcel({ order, shipment }: { order: Order; shipment: Shipment }) {
  const arrival = arrivalWords(shipment);
  const parts = (shipment.lines ?? []).flatMap(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line ? [`${String(quantity)} × ${line.name}`] : [];
  });
  return (
    <li className="rounded-card border border-line p-4 md:p-5">
      <div className="flex items-start gap-4">
        <Truck size={22} strokeWidth={1.6} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <div className="min-w-0 grow">
          <p className="font-medium">
            {[shipment.carrier, shipment.service].filter(Boolean).join(' ')}{' '}
            <span className="font-normal text-ink-2">· {eventWords(shipment.status)}</span>
          </p>
          {arrival && <p className="text-sm text-ink-2">{arrival}</p>}
          {order.shipments.length > 1 && parts.length > 0 && <p className="text-sm wrap-anywhere text-ink-2">{parts.join(', ')}</p>}
        </div>
      </div>
      {shipment.trackingNumber && <Tracking number={shipment.trackingNumber} url={shipment.trackingUrl ?? null} />}
      {shipment.status === 'exception' && shipment.problem && (
        <p role="alert" className="mt-3 rounded-card bg-sunken p-3 text-sm text-danger">
          {shipment.problem}. We see this too and look after it; write to us if an address or a time helps.
        </p>
      )}
      <ParcelSteps status={shipment.status} />
      <ParcelEvents shipment={shipment} />
    </li>
  );
}

function Tracking({ number, url }: { number: string; url: string | null }) {
  const toast = useToast();
  const copy = () =>
    navigator.clipboard.writeText(number).then(
      () => toast('Tracking number copied.'),
      () => toast('Copying is not allowed here. Select the number instead.', 'danger'),
    );
  return (
    <div className="mt-2 flex items-center gap-2">
      <p className="tabular min-w-0 grow text-sm wrap-anywhere text-ink-2">Tracking number {number}</p>
      <IconButton label="Copy tracking number" className="no-print" onClick={() => void copy()}>
        <Copy size={18} aria-hidden />
      </IconButton>
      {url && (
        <a
          className="no-print grid size-11 place-items-center rounded-control text-ink-2 hover:bg-sunken"
          href={url}
          target="_blank"
          rel="noreferrer"
          aria-label="Follow it at the carrier’s"
        >
          <ExternalLink size={18} aria-hidden />
        </a>
      )}
    </div>
  );
}

/** What the carrier told, the newest first. */
function ParcelEvents({ shipment }: { shipment: Shipment }) {
  const events = [...(shipment.events ?? [])].reverse();
  if (events.length < 2) return null;
  return (
    <details className="mt-3 text-sm">
      <summary className="flex min-h-11 cursor-pointer items-center font-medium">What happened to it ({events.length})</summary>
      <ol className="space-y-3 border-l border-line pl-4">
        {events.map((happened) => (
          <li key={`${happened.at}${happened.description}`}>
            <p>{[happened.description, happened.place].filter(Boolean).join(', ')}</p>
            <p className="text-ink-2">{formatDateTime(happened.at)}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
