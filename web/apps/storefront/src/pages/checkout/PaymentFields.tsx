import type { PaymentMethod, Settings } from '@tradepost/api';
import { Banknote, CreditCard, Smartphone, Wallet, type LucideIcon } from 'lucide-react';
import { TextField } from '../../components/Field.tsx';
import { groupCardNumber } from './contact.ts';

const icons: Record<string, LucideIcon> = { card: CreditCard, paypal: Wallet, upi: Smartphone, cod: Banknote };
const notes: Record<string, string> = {
  card: 'Your bank may ask you to confirm.',
  paypal: 'You go to PayPal to confirm and come back here.',
  upi: 'You confirm in your UPI app.',
  cod: 'You pay the courier at the door.',
};

interface PaymentFieldsProps {
  methods: PaymentMethod[];
  method: string;
  onMethod: (id: string) => void;
  card: string;
  cardError: string | undefined;
  onCard: (text: string) => void;
  onCardLeft: () => void;
  gateway: Settings['gateway'];
}

export function PaymentFields({ methods, method, onMethod, card, cardError, onCard, onCardLeft, gateway }: PaymentFieldsProps) {
  return (
    <fieldset>
      <legend className="sr-only">Way to pay</legend>
      <div className="divide-y divide-line overflow-hidden rounded-card border border-line-strong">
        {methods.map((one) => {
          const Icon = icons[one.id] ?? CreditCard;
          return (
            <div key={one.id} className={one.id === method ? 'bg-accent-soft' : ''}>
              <label
                className={`flex min-h-16 items-center gap-4 p-4 has-focus-visible:outline-2
                has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent`}
              >
                <input
                  type="radio"
                  name="method"
                  checked={one.id === method}
                  onChange={() => onMethod(one.id)}
                  className="size-5 shrink-0 accent-accent"
                />
                <span className="min-w-0 grow">
                  <span className="block font-medium">{one.name}</span>
                  {notes[one.id] && <span className="block text-sm text-ink-2">{notes[one.id]}</span>}
                </span>
                <Icon size={22} strokeWidth={1.6} aria-hidden className="text-ink-2" />
              </label>
              {one.provider === 'demo' && one.id === method && (
                <div className="px-4 pb-4 sm:pl-13">
                  <TextField
                    label="Card number"
                    inputMode="numeric"
                    autoComplete="cc-number"
                    name="cardnumber"
                    placeholder="1234 5678 9012 3456"
                    className="tabular"
                    value={card}
                    error={cardError}
                    onBlur={onCardLeft}
                    onChange={(event) => onCard(groupCardNumber(event.target.value))}
                  />
                  {gateway && gateway.testCards.length > 0 && <TestCards cards={gateway.testCards} onPick={onCard} />}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Only with the demo gateway: cards that make each outcome happen. */
function TestCards({ cards, onPick }: { cards: { number: string; label: string }[]; onPick: (number: string) => void }) {
  return (
    <details className="mt-3 text-sm" open>
      <summary className="w-fit min-h-9 text-ink-2">Demo shop: no real money moves. Use a test card.</summary>
      <ul className="mt-1">
        {cards.map((card) => (
          <li key={card.number}>
            <button
              type="button"
              onClick={() => onPick(groupCardNumber(card.number))}
              className="group flex min-h-11 w-full flex-wrap items-center gap-x-3 text-left sm:min-h-9"
            >
              <span className="tabular font-medium text-accent underline-offset-4 group-hover:underline">
                {groupCardNumber(card.number)}
              </span>
              <span className="text-ink-2">{card.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
