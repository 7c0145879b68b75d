import { Dialog } from 'radix-ui';
import { currencyName } from '../app/currency.ts';
import { Button } from '../components/Button.tsx';

export interface CurrencyQuestion {
  from: string;
  to: string;
  answer(change: boolean): void;
}

/** A cart holds one currency. What goes in it next is shown in another, so the shopper says which it shall be. */
export function CartCurrencyDialog({ question }: { question: CurrencyQuestion | null }) {
  if (!question) return null;
  const { from, to, answer } = question;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && answer(false)}>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-fade fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          className={`fixed top-1/2 left-1/2 z-50 w-[calc(100%-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 rounded-card bg-surface
            p-6 shadow-3 outline-none`}
        >
          <Dialog.Title className="text-lg font-semibold">Your cart is in {currencyName(from)}</Dialog.Title>
          <Dialog.Description className="mt-2 text-[0.9375rem] text-ink-2">
            Put the cart into {currencyName(to)} to add this. What is in it stays, at its price in {to}; what has none can’t be ordered
            until you switch back.
          </Dialog.Description>
          <div className="mt-5 flex flex-wrap gap-3">
            <Button onClick={() => answer(true)}>Switch the cart to {to}</Button>
            <Button look="secondary" onClick={() => answer(false)}>
              Keep it in {from}
            </Button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
