import { useQuery } from '@tanstack/react-query';
import type { Cart } from '@tradepost/api';
import { formatMoney, isZero } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { useEffect, useState } from 'react';
import { shippingOptionsQuery } from '../../app/queries.ts';
import { ArrivalWords } from '../../delivery/ArrivalWords.tsx';
import { problemTitle } from '../../delivery/problem.ts';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import { Failure, Loading } from '../../components/States.tsx';

interface DeliverySectionProps {
  cart: Cart;
  destination: string;
  onChoose: (id: string) => Promise<void>;
  onDone: () => void;
}

export function DeliverySection({ cart, destination, onChoose, onDone }: DeliverySectionProps) {
  const { data: options, isPending, error, refetch } = useQuery(shippingOptionsQuery(cart.id, destination));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = wanted ?? options?.find((one) => one.id === cart.shippingOptionId)?.id ?? null;
  const choose = async (id: string) => {
    setWanted(id);
    setBusy(true);
    setProblem(null);
    try {
      await onChoose(id);
    } catch (refusal) {
      setProblem(refusal);
    } finally {
      setBusy(false);
    }
  };
  const firstId = options?.[0]?.id;
  // The first option is chosen from the start: the total is complete and one press goes on.
  useEffect(() => {
    if (!chosen && firstId && !busy && problem === null) void choose(firstId);
  });
  if (isPending)
    return (
      <>
        <Loading label="Looking for ways to deliver" />
        <div aria-hidden className="space-y-3">
          <div className="skeleton h-18" />
          <div className="skeleton h-18" />
        </div>
      </>
    );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (options.length === 0)
    return (
      <Alert tone="warn" title={problemTitle(cart.shippingProblem)}>
        {cart.shippingProblem?.message ?? 'Change the address to a country we deliver to.'} Your cart is kept.
      </Alert>
    );
  return (
    <div className="space-y-4">
      <fieldset>
        <legend className="sr-only">Way of delivery</legend>
        <div className="divide-y divide-line overflow-hidden rounded-card border border-line-strong">
          {options.map((option) => (
            <label
              key={option.id}
              className={`flex min-h-16 items-center gap-4 p-4 has-checked:bg-accent-soft has-focus-visible:outline-2
                has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent`}
            >
              <input
                type="radio"
                name="delivery"
                checked={option.id === chosen}
                onChange={() => void choose(option.id)}
                className="size-5 shrink-0 accent-accent"
              />
              <span className="min-w-0 grow">
                <span className="block font-medium">{option.name}</span>
                <span className="block text-sm text-ink-2">Arrives <ArrivalWords option={option} /></span>
              </span>
              <span className="tabular font-medium">{isZero(option.price) ? 'Free' : formatMoney(option.price)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {problem !== null && (
        <Alert tone="danger" announce>
          {wordsFor(problem)}
        </Alert>
      )}
      <Button size="l" busy={busy} disabled={!chosen} onClick={onDone} className="w-full sm:w-auto">
        Continue to payment
      </Button>
    </div>
  );
}
