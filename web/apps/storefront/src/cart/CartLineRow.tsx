import { isProblem, type CartLine } from '@tradepost/api';
import { formatMoney, isZero, negated } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../app/paths.ts';
import { Picture } from '../components/Picture.tsx';
import { QuantityStepper } from '../components/QuantityStepper.tsx';
import { useToast } from '../toasts/Toasts.tsx';
import { SaveForLater } from '../wishlists/SaveForLater.tsx';
import { useCart } from './CartContext.tsx';
import { noticeWords, optionWords } from './notices.ts';

export function CartLineRow({ line, roomy = false }: { line: CartLine; roomy?: boolean }) {
  const { setQuantity } = useCart();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const setTo = async (quantity: number) => {
    setBusy(true);
    setProblem('');
    try {
      await setQuantity(line.id, quantity);
      if (quantity === 0) toast(`${line.name} was taken out of your cart.`);
    } catch (error) {
      setProblem(isProblem(error, 'request.stale') ? 'Your cart was changed in another tab. This is how it is now.' : wordsFor(error));
    } finally {
      setBusy(false);
    }
  };
  const options = optionWords(line.options);
  const warnings = [...noticeWords(line), ...(problem ? [problem] : [])];
  const Heading = roomy ? 'h2' : 'h3';
  return (
    <li
      aria-busy={busy}
      className={`grid gap-x-4 py-5 transition-opacity
        ${busy ? 'opacity-60' : ''}
        ${roomy ? 'grid-cols-[5.5rem_1fr] sm:grid-cols-[8rem_1fr]' : 'grid-cols-[5rem_1fr]'}`}
    >
      <div className="self-start overflow-hidden rounded-control">
        <Picture url={line.imageUrl} alt="" sizes={roomy ? '128px' : '80px'} />
      </div>
      <div className="flex min-w-0 flex-col">
        <div className="flex justify-between gap-3">
          <div className="min-w-0">
            <Heading className="font-medium tracking-normal break-words">
              <Link
                to={paths.product(line.slug ?? line.productId, line.options && options ? line.sku : undefined)}
                className="hover:underline"
              >
                {line.name}
              </Link>
            </Heading>
            {options && <p className="text-sm text-ink-2">{options}</p>}
          </div>
          <p className="tabular font-semibold">{formatMoney(line.lineTotal)}</p>
        </div>
        {line.quantity > 1 && <p className="tabular text-sm text-ink-2">{formatMoney(line.unitPrice)} each</p>}
        {line.discount && !isZero(line.discount) && (
          <p className="tabular flex justify-between gap-3 text-sm text-success">
            <span>Discount</span>
            {formatMoney(negated(line.discount))}
          </p>
        )}
        {warnings.map((warning) => (
          <p
            key={warning}
            role={warning === problem ? 'alert' : undefined}
            className="mt-1.5 flex items-start gap-1.5 text-sm text-warn"
          >
            <TriangleAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
            {warning}
          </p>
        ))}
        <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
          <QuantityStepper
            value={line.quantity}
            label={`Quantity of ${line.name}`}
            disabled={busy}
            onChange={(quantity) => void setTo(quantity)}
          />
          {roomy && <SaveForLater line={line} disabled={busy} />}
          <button
            type="button"
            disabled={busy}
            onClick={() => void setTo(0)}
            aria-label={`Remove ${line.name}`}
            className="min-h-11 rounded-full px-3 text-sm text-ink-2 underline-offset-4 hover:text-ink hover:underline"
          >
            Remove
          </button>
        </div>
      </div>
    </li>
  );
}
