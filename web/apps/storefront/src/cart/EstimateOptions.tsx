import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Cart } from '@tradepost/api';
import { formatDeliveryWindow, formatMoney, isZero } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { useState } from 'react';
import { shippingOptionsQuery } from '../app/queries.ts';
import { Loading } from '../components/States.tsx';
import { useCart } from './CartContext.tsx';
import { sendBy } from './edits.ts';

/** The ways to the place on the cart, with price and days. */
export function EstimateOptions({ cart }: { cart: Cart }) {
  const { edit } = useCart();
  const { country, state, postalCode } = cart.address ?? {};
  // The goods count as well: another quantity can weigh more, or go free.
  const key = [country, state, postalCode, cart.version].join('/');
  const { data: options, isPending, error, refetch } = useQuery({
    ...shippingOptionsQuery(cart.id, key),
    placeholderData: keepPreviousData,
  });
  const [today] = useState(() => new Date());
  const [problem, setProblem] = useState('');
  const choose = async (id: string) => {
    setProblem('');
    try {
      await edit((now) => sendBy(now, id));
    } catch (refusal) {
      setProblem(wordsFor(refusal));
    }
  };
  if (isPending)
    return (
      <>
        <Loading label="Looking for ways to deliver" />
        <div aria-hidden className="skeleton h-24" />
      </>
    );
  if (error)
    return (
      <p role="alert" className="text-sm text-danger">
        {wordsFor(error)}{' '}
        <button type="button" className="min-h-11 underline underline-offset-4" onClick={() => void refetch()}>
          Try again
        </button>
      </p>
    );
  if (options.length === 0) return <p className="text-sm text-warn">We cannot deliver there yet. Your cart is kept.</p>;
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Way of delivery</legend>
      <div className="divide-y divide-line overflow-hidden rounded-control border border-line-strong bg-surface">
        {options.map((option) => (
          <label
            key={option.id}
            className={`flex min-h-14 items-center gap-3 px-3.5 py-2.5 text-sm has-checked:bg-accent-soft
              has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent`}
          >
            <input
              type="radio"
              name="estimate"
              checked={option.id === cart.shippingOptionId}
              onChange={() => void choose(option.id)}
              className="size-4.5 shrink-0 accent-accent"
            />
            <span className="min-w-0 grow">
              <span className="block font-medium">{option.name}</span>
              <span className="block text-ink-2">Arrives {formatDeliveryWindow(today, option.estimatedDays)}</span>
            </span>
            <span className="tabular font-medium">{isZero(option.price) ? 'Free' : formatMoney(option.price)}</span>
          </label>
        ))}
      </div>
      {problem && (
        <p role="alert" className="mt-1.5 text-sm text-danger">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
