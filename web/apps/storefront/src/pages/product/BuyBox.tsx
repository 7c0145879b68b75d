import type { Product, Variant } from '@tradepost/api';
import { plural } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useCart } from '../../cart/CartContext.tsx';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import { QuantityStepper } from '../../components/QuantityStepper.tsx';
import { Rating } from '../../components/Rating.tsx';
import { HeartButton } from '../../wishlists/HeartButton.tsx';
import { DeliveryLines } from './DeliveryLines.tsx';
import { PriceBlock } from './PriceBlock.tsx';
import { LeadOffer, MoreOffers } from './ProductOffers.tsx';
import { StickyAdd } from './StickyAdd.tsx';
import { VariantPicker } from './VariantPicker.tsx';

interface BuyBoxProps {
  product: Product;
  variant: Variant | undefined;
  choose: (name: string, value: string) => void;
}

export function BuyBox({ product, variant, choose }: BuyBoxProps) {
  const [quantity, setQuantity] = useState(1);
  const { addNow, busy, problem } = useAdd(product, variant, quantity);
  const available = variant?.available ?? product.available;
  const price = variant?.price ?? product.price;
  const out = available <= 0;
  return (
    <div className="min-w-0">
      {product.brand && (
        <Link
          to={paths.brand(product.brand)}
          className="inline-flex min-h-11 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
        >
          {product.brand}
        </Link>
      )}
      <h1 className="text-3xl leading-tight font-bold break-words lg:text-4xl">{product.name}</h1>
      <div className="mt-2">
        <Rating rating={product.rating} count={product.reviewCount} />
      </div>
      <PriceBlock product={product} variant={variant} quantity={quantity} />
      <LeadOffer productId={product.id} />
      {product.options.length > 0 && variant && (
        <div className="mt-4">
          <VariantPicker product={product} variant={variant} choose={choose} />
        </div>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {!out && (
          <QuantityStepper
            value={Math.min(quantity, available)}
            max={Math.min(available, 999)}
            onChange={setQuantity}
            label="Quantity"
          />
        )}
        <Button id="add-to-cart" size="l" className="grow" busy={busy} disabled={out} onClick={() => void addNow()}>
          {out ? 'Out of stock' : 'Add to cart'}
        </Button>
        <HeartButton wish={{ productId: product.id, variantId: variant?.id, name: product.name }} />
      </div>
      {problem && (
        <div className="mt-4">
          <Alert tone="danger" announce>
            {problem}
          </Alert>
        </div>
      )}
      {out && product.variants.some((one) => one.available > 0) && (
        <p className="mt-3 text-sm text-ink-2">This choice has sold out. Others of it are in stock.</p>
      )}
      {!out && (
        <p className="mt-3 flex items-center gap-1.5 text-sm text-success">
          <Check size={16} aria-hidden />
          {available <= 5 ? `${plural(available, 'piece')} left, ready to ship` : 'In stock, ready to ship'}
        </p>
      )}
      <DeliveryLines productId={product.id} variantId={variant?.id} />
      {product.highlights.length > 0 && (
        <section aria-labelledby="highlights" className="mt-7">
          <h2 id="highlights" className="font-semibold tracking-normal">
            At a glance
          </h2>
          <ul className="mt-2 space-y-1.5 text-[0.9375rem] text-ink-2">
            {product.highlights.map((text) => (
              <li key={text} className="flex gap-2.5">
                <span aria-hidden className="mt-[0.6em] size-1.5 shrink-0 rounded-full bg-accent" />
                {text}
              </li>
            ))}
          </ul>
        </section>
      )}
      <MoreOffers productId={product.id} />
      {!out && <StickyAdd watch="add-to-cart" price={price} name={product.name} busy={busy} onAdd={() => void addNow()} />}
    </div>
  );
}

function useAdd(product: Product, variant: Variant | undefined, quantity: number) {
  const { add, setDrawerOpen } = useCart();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const addNow = async () => {
    setBusy(true);
    setProblem('');
    try {
      await add({ productId: product.id, variantId: variant?.id, quantity: Math.min(quantity, variant?.available ?? quantity) });
      setDrawerOpen(true);
    } catch (error) {
      setProblem(wordsFor(error));
    } finally {
      setBusy(false);
    }
  };
  return { addNow, busy, problem };
}
