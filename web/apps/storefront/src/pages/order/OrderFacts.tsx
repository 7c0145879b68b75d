import { useQuery } from '@tanstack/react-query';
import type { Order } from '@tradepost/api';
import { formatMoney, isZero } from '@tradepost/domain';
import type { ReactNode } from 'react';
import { settingsQuery } from '../../app/queries.ts';
import { addressWords } from '../checkout/address.ts';
import { paymentWords } from './words.ts';

const methodWords: Record<string, string> = { card: 'Card', paypal: 'PayPal', upi: 'UPI', cod: 'Cash on delivery' };

export function OrderFacts({ order }: { order: Order }) {
  const countries = useQuery(settingsQuery()).data?.countries;
  const { payment, shippingAddress, billingAddress } = order;
  const method = payment?.method ? (methodWords[payment.method] ?? payment.method) : null;
  return (
    <dl className="space-y-5 text-[0.9375rem]">
      <Fact name="Delivery to">
        <span className="block">{shippingAddress.name}</span>
        {addressWords(shippingAddress, countries)}
      </Fact>
      {billingAddress && addressWords(billingAddress) !== addressWords(shippingAddress) && (
        <Fact name="Billing address">
          <span className="block">{billingAddress.name}</span>
          {addressWords(billingAddress, countries)}
        </Fact>
      )}
      {payment && (
        <Fact name="Payment">
          {[method, paymentWords[payment.status] ?? payment.status].filter(Boolean).join(', ')}
          {payment.refunded && !isZero(payment.refunded) && (
            <span className="block">{formatMoney(payment.refunded)} refunded</span>
          )}
        </Fact>
      )}
      <Fact name="E-mail">
        <span className="wrap-anywhere">{order.email}</span>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      <dd className="mt-0.5 break-words text-ink-2">{children}</dd>
    </div>
  );
}
