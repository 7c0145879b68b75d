import { plural } from '@tradepost/domain';
import { ShoppingBag } from 'lucide-react';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { useCart } from '../../cart/CartContext.tsx';
import { CartLineRow } from '../../cart/CartLineRow.tsx';
import { CartNotices } from '../../cart/CartNotices.tsx';
import { CodeField } from '../../cart/CodeField.tsx';
import { FreeDelivery } from '../../cart/FreeDelivery.tsx';
import { RemindMe } from '../../cart/RemindMe.tsx';
import { ShippingEstimate } from '../../cart/ShippingEstimate.tsx';
import { Totals } from '../../cart/Totals.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';
import { ShippingProblemNote } from '../../delivery/ShippingProblemNote.tsx';
import { useRestore } from './useRestore.ts';

export function CartPage() {
  useTitle('Cart');
  const { cart, count, loading, error, reload } = useCart();
  const restoring = useRestore();
  if (loading || restoring) return <CartSkeleton />;
  if (error) return <Failure error={error} heading="h1" retry={reload} />;
  if (!cart || cart.lines.length === 0) {
    return (
      <Empty
        icon={ShoppingBag}
        title="Your cart is empty"
        heading="h1"
        action={
          <>
            <ButtonLink to={paths.search()}>See all products</ButtonLink>
            <ButtonLink to={paths.onSale()} look="secondary">
              What is on sale
            </ButtonLink>
          </>
        }
      >
        <p>What you add waits here, also when you come back later.</p>
      </Empty>
    );
  }
  return (
    <div className="page pt-8 md:pt-12">
      <h1 className="text-3xl font-bold md:text-4xl">Cart</h1>
      <p className="mt-1 text-ink-2">{plural(count, 'item')}</p>
      <div className="mt-6 grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-label="Items" className="space-y-6">
          <CartNotices cart={cart} />
          <ul className="divide-y divide-line border-y border-line">
            {cart.lines.map((line) => (
              <CartLineRow key={line.id} line={line} roomy />
            ))}
          </ul>
        </section>
        <section aria-labelledby="totals" className="self-start rounded-panel bg-sunken p-6 md:p-8">
          <h2 id="totals" className="mb-5 text-lg font-semibold">
            Summary
          </h2>
          <div className="mb-5 space-y-3 border-b border-line pb-5">
            <FreeDelivery cart={cart} />
            <ShippingEstimate cart={cart} />
            <CodeField cart={cart} />
          </div>
          <Totals
            totals={cart.totals}
            taxIncluded={cart.taxIncluded}
            trace={cart.trace}
            promotions={cart.promotions}
            shippingKnown={Boolean(cart.shippingOptionId)}
            taxKnown={Boolean(cart.address?.country)}
            taxExemption={cart.taxExemption}
          />
          <ShippingProblemNote problem={cart.shippingProblem} />
          <ButtonLink to={paths.checkout()} size="l" className="mt-5 w-full">
            Check out
          </ButtonLink>
          <ButtonLink to={paths.search()} look="quiet" className="mt-2 w-full">
            Keep looking
          </ButtonLink>
          <div className="mt-4 border-t border-line pt-3">
            <RemindMe cart={cart} />
          </div>
        </section>
      </div>
    </div>
  );
}

function CartSkeleton() {
  return (
    <div className="page pt-8 md:pt-12">
      <Loading label="Loading your cart" />
      <div aria-hidden className="space-y-6">
        <div className="skeleton h-10 w-40" />
        <div className="skeleton h-36" />
        <div className="skeleton h-36" />
      </div>
    </div>
  );
}
