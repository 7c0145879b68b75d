import { plural } from '@tradepost/domain';
import { ShoppingBag } from 'lucide-react';
import { paths } from '../app/paths.ts';
import { useTitle } from '../app/title.ts';
import { useCart } from '../cart/CartContext.tsx';
import { CartLineRow } from '../cart/CartLineRow.tsx';
import { Totals } from '../cart/Totals.tsx';
import { ButtonLink } from '../components/Button.tsx';
import { Empty, Failure, Loading } from '../components/States.tsx';
import { ShippingProblemNote } from '../delivery/ShippingProblemNote.tsx';

export function CartPage() {
  useTitle('Cart');
  const { cart, count, loading, error, reload } = useCart();
  if (loading) return <CartSkeleton />;
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
        <section aria-label="Items">
          <ul className="divide-y divide-line border-y border-line">
            {cart.lines.map((line) => (
              <CartLineRow key={line.id} line={line} roomy />
            ))}
          </ul>
        </section>
        <section aria-labelledby="totals" className="self-start rounded-panel bg-sunken p-6 md:p-8 lg:sticky lg:top-28">
          <h2 id="totals" className="mb-5 text-lg font-semibold">
            Summary
          </h2>
          <Totals
            totals={cart.totals}
            taxIncluded={cart.taxIncluded}
            trace={cart.trace}
            promotions={cart.promotions}
            shippingKnown={Boolean(cart.shippingOptionId)}
            taxKnown={Boolean(cart.address?.country)}
          />
          <ShippingProblemNote problem={cart.shippingProblem} />
          <ButtonLink to={paths.checkout()} size="l" className="mt-5 w-full">
            Check out
          </ButtonLink>
          <ButtonLink to={paths.search()} look="quiet" className="mt-2 w-full">
            Keep looking
          </ButtonLink>
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
