import { isProblem, type Cart } from '@tradepost/api';
import { formatMoney, negated } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { Tag, TriangleAlert, X } from 'lucide-react';
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { inputClass } from '../components/Field.tsx';
import { useCart } from './CartContext.tsx';
import { enterCode, removeCode } from './edits.ts';

/** Where a promotion code is entered, those that apply with what they save, and those that do not with the reason. */
export function CodeField({ cart }: { cart: Cart }) {
  const { edit } = useCart();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const run = async (change: (now: Cart) => Promise<Cart>, done: string) => {
    setBusy(true);
    setProblem('');
    setSaid('');
    try {
      await edit(change);
      setSaid(done);
      return true;
    } catch (error) {
      setProblem((isProblem(error) && error.field('code')) || wordsFor(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = code.trim();
    if (busy) return;
    if (!wanted) setProblem('Enter a code first.');
    else if (await run((now) => enterCode(now, wanted), `Code ${wanted} was added.`)) setCode('');
    input.current?.focus();
  };
  const entered = cart.promotions.filter((one) => one.code);
  const rejected = cart.rejectedPromotions ?? [];
  const take = (one: string) => void run((now) => removeCode(now, one), `Code ${one} was removed.`);
  return (
    <div>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
          Promotion code
        </label>
        <div className="flex gap-2">
          <input
            ref={input}
            id={id}
            value={code}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
            onChange={(event) => {
              setCode(event.target.value);
              setProblem('');
            }}
            className={`${inputClass} min-w-0 grow ${problem ? 'border-danger' : 'border-line-strong'}`}
          />
          <Button type="submit" look="secondary" busy={busy} className="min-h-12!">
            Apply
          </Button>
        </div>
        {problem && (
          <p id={`${id}-problem`} role="alert" className="mt-1.5 text-sm text-danger">
            {problem}
          </p>
        )}
        <p role="status" className="sr-only">
          {said}
        </p>
      </form>
      {entered.length + rejected.length > 0 && (
        <ul aria-label="Entered codes" className="mt-3 space-y-2">
          {entered.map((one) => (
            <Chip key={one.code} code={one.code ?? ''} busy={busy} onRemove={take} tone="bg-success-soft text-success">
              <Tag size={16} className="mt-0.5 shrink-0" aria-hidden />
              <span className="min-w-0 grow break-words">
                <span className="font-semibold">{one.code}</span> {one.name}
              </span>
              <span className="tabular whitespace-nowrap">{formatMoney(negated(one.amount))}</span>
            </Chip>
          ))}
          {rejected.map((one) => (
            <Chip key={one.code} code={one.code} busy={busy} onRemove={take} tone="bg-warn-soft text-warn">
              <TriangleAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
              <span className="min-w-0 grow break-words">
                <span className="font-semibold">{one.code}</span> <span className="text-ink">{one.message}</span>
              </span>
            </Chip>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ChipProps {
  code: string;
  tone: string;
  busy: boolean;
  onRemove: (code: string) => void;
  children: ReactNode;
}

function Chip({ code, tone, busy, onRemove, children }: ChipProps) {
  return (
    <li className={`flex items-start rounded-control text-sm ${tone}`}>
      <span className="flex min-w-0 grow items-start gap-2 py-3 pl-3">{children}</span>
      <button
        type="button"
        aria-label={`Remove code ${code}`}
        disabled={busy}
        onClick={() => onRemove(code)}
        className="grid size-11 shrink-0 place-items-center rounded-control hover:opacity-70"
      >
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}
