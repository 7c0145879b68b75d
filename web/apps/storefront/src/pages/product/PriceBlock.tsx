import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Product, Variant } from '@tradepost/api';
import { formatMoney } from '@tradepost/domain';
import { useCallback } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { productPricesQuery, productQuery, settingsQuery } from '../../app/queries.ts';
import { ProductBadge } from '../../components/Badge.tsx';
import { Price } from '../../components/Price.tsx';
import { Countdown } from './Countdown.tsx';
import { reached, stepsFor } from './price-steps.ts';
import { QuantityPrices } from './QuantityPrices.tsx';

interface PriceBlockProps {
  product: Product;
  variant: Variant | undefined;
  quantity: number;
}

/** What it costs, and all there is to say of it: before, for how long, for more of it, for you. */
export function PriceBlock({ product, variant, quantity }: PriceBlockProps) {
  const prices = useQuery(productPricesQuery(product.id)).data;
  const client = useQueryClient();
  const detail = prices?.variants.find((one) => one.id === variant?.id);
  const price = detail?.price ?? variant?.price ?? product.price;
  const was = detail ? detail.compareAtPrice : variant ? variant.compareAtPrice : product.compareAtPrice;
  const available = variant?.available ?? product.available;
  const mine = (detail?.groupPrices.length ?? 0) > 0;
  const steps = detail ? stepsFor(detail) : [];
  const now = reached(steps, quantity);
  // The price is another one from this moment on: nothing on the page may still say the old.
  const over = useCallback(() => {
    void client.invalidateQueries({ queryKey: productPricesQuery(product.id).queryKey });
    void client.invalidateQueries({ queryKey: productQuery(product.slug).queryKey });
  }, [client, product.id, product.slug]);
  return (
    <div>
      <div className="mt-4 flex flex-wrap items-center gap-3" aria-live="polite">
        <Price price={price} was={was} size="l" />
        <ProductBadge item={{ available, price, compareAtPrice: was, tags: [] }} />
      </div>
      {detail?.lowest30Days && (
        <p className="tabular mt-1 text-sm text-ink-2">
          Lowest price in the last 30 days: <span className="font-medium text-ink">{formatMoney(detail.lowest30Days)}</span>
        </p>
      )}
      {detail?.planEndsAt && <Countdown key={detail.planEndsAt} until={detail.planEndsAt} onOver={over} />}
      {mine && now && (
        <p className="tabular mt-2 text-sm font-medium text-success" aria-live="polite">
          Your price: {formatMoney(now.price)} each
        </p>
      )}
      <TaxNote />
      <QuantityPrices steps={steps} price={price} reached={now} mine={mine} />
    </div>
  );
}

function TaxNote() {
  const included = useQuery(settingsQuery()).data?.pricesIncludeTax ?? false;
  return (
    <p className="mt-1 text-sm text-ink-3">
      {included ? 'Tax included' : 'Plus tax'}.{' '}
      <Link to={paths.help('shipping')} className="underline underline-offset-4 hover:text-ink">
        Delivery
      </Link>{' '}
      is shown before you pay.
    </p>
  );
}
