import type { Money, Totals as TotalsShape, TraceStep } from '@tradepost/api';
import { formatMoney, isZero, negated } from '@tradepost/domain';
import { WhyThisTotal } from './WhyThisTotal.tsx';

interface TotalsProps {
  totals: TotalsShape;
  taxIncluded?: boolean | undefined;
  trace: TraceStep[];
  promotions?: { code?: string | null; name: string; amount: Money }[];
  /** Before an address and a way of delivery are known, their sums are not zero but unknown. */
  shippingKnown?: boolean;
  taxKnown?: boolean;
  /** The certificate by which no tax is due. */
  taxExemption?: { number: string } | null | undefined;
}

/** The sums of a cart or an order. Amounts come from the shop; nothing is computed here. */
export function Totals(props: TotalsProps) {
  const { totals, taxIncluded, trace, promotions = [], shippingKnown = true, taxKnown = true, taxExemption } = props;
  const contained = taxIncluded ?? totals.taxIncluded ?? false;
  return (
    <div aria-live="polite" aria-atomic>
      <dl className="tabular space-y-2 text-[0.9375rem]">
        <Row label="Subtotal" value={formatMoney(totals.subtotal)} />
        {promotions.map((promotion) => (
          <Row
            key={promotion.code ?? promotion.name}
            label={promotion.name}
            value={formatMoney(negated(promotion.amount))}
            tone="text-success"
          />
        ))}
        {promotions.length === 0 && !isZero(totals.discount) && (
          <Row label="Discount" value={formatMoney(negated(totals.discount))} tone="text-success" />
        )}
        <Row
          label="Delivery"
          value={shippingKnown ? (isZero(totals.shipping) ? 'Free' : formatMoney(totals.shipping)) : 'Not chosen yet'}
          tone={shippingKnown ? '' : 'text-ink-2'}
        />
        {taxExemption && <Row label="Tax exempt" value={`No. ${taxExemption.number}`} tone="text-ink-2" />}
        {!contained && !taxExemption && (
          <Row
            label="Tax"
            value={taxKnown ? formatMoney(totals.tax) : 'Depends on your address'}
            tone={taxKnown ? '' : 'text-ink-2'}
          />
        )}
        <div className="flex items-baseline justify-between gap-4 border-t border-line pt-3">
          <dt className="font-semibold">{shippingKnown && taxKnown ? 'Total' : 'Total so far'}</dt>
          <dd className="text-xl font-semibold tracking-tight">{formatMoney(totals.total)}</dd>
        </div>
        {contained && taxKnown && <Row label="Tax included" value={formatMoney(totals.tax)} tone="text-ink-2 text-sm" />}
      </dl>
      {trace.length > 0 && <WhyThisTotal trace={trace} total={totals.total} />}
    </div>
  );
}

function Row({ label, value, tone = '' }: { label: string; value: string; tone?: string }) {
  return (
    <div className={`flex items-baseline justify-between gap-4 ${tone}`}>
      <dt>{label}</dt>
      <dd className="text-right">{value}</dd>
    </div>
  );
}
