import type { Order } from '@tradepost/api';
import { Copy, Truck } from 'lucide-react';
import { IconButton } from '../../components/Button.tsx';
import { useToast } from '../../toasts/Toasts.tsx';
import { eventWords } from './words.ts';

export function Shipments({ order }: { order: Order }) {
  const toast = useToast();
  if (order.shipments.length === 0) return null;
  const copy = (number: string) =>
    navigator.clipboard.writeText(number).then(
      () => toast('Tracking number copied.'),
      () => toast('Copying is not allowed here. Select the number instead.', 'danger'),
    );
  return (
    <section aria-labelledby="parcels">
      <h2 id="parcels" className="text-xl font-semibold">
        {order.shipments.length > 1 ? 'Parcels' : 'Parcel'}
      </h2>
      <ul className="mt-3 space-y-3">
        {order.shipments.map((shipment) => (
          <li key={shipment.id} className="flex items-center gap-4 rounded-card border border-line p-4">
            <Truck size={22} strokeWidth={1.6} aria-hidden className="shrink-0 text-accent" />
            <div className="min-w-0 grow">
              <p className="font-medium">
                {[shipment.carrier, shipment.service].filter(Boolean).join(' ')}{' '}
                <span className="font-normal text-ink-2">· {eventWords(shipment.status)}</span>
              </p>
              {shipment.trackingNumber && (
                <p className="tabular text-sm wrap-anywhere text-ink-2">Tracking number {shipment.trackingNumber}</p>
              )}
            </div>
            {shipment.trackingNumber && (
              <IconButton
                label="Copy tracking number"
                className="no-print"
                onClick={() => void copy(shipment.trackingNumber ?? '')}
              >
                <Copy size={18} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
