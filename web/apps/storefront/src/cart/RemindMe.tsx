import type { Cart } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useRef, useState, type FormEvent } from 'react';
import { Button } from '../components/Button.tsx';
import { TextField } from '../components/Field.tsx';
import { checkEmail } from '../pages/checkout/contact.ts';
import { useSession } from '../session/useSession.ts';
import { useCart } from './CartContext.tsx';
import { writeTo } from './edits.ts';

/** Who ticks this is reminded of the cart once, by mail. Nobody is who did not. */
export function RemindMe({ cart }: { cart: Cart }) {
  const { edit } = useCart();
  const { user } = useSession();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState(cart.contact?.email ?? user?.email ?? '');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const agreed = cart.contact?.remind ?? false;
  const say = async (remind: boolean) => {
    setBusy(true);
    setProblem('');
    try {
      await edit((now) => writeTo(now, email.trim(), remind));
      setOpen(false);
      box.current?.focus();
    } catch (error) {
      setProblem(wordsFor(error));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = checkEmail(email);
    if (wrong) setProblem(wrong);
    else if (!busy) void say(true);
  };
  return (
    <div>
      <label className="flex min-h-11 items-start gap-3 py-2 text-sm">
        <input
          ref={box}
          type="checkbox"
          checked={agreed || open}
          disabled={busy}
          onChange={(event) => (event.target.checked ? setOpen(true) : agreed ? void say(false) : setOpen(false))}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span>
          Remind me if I leave this cart
          <span className="block text-ink-2">
            {agreed ? `Once, to ${cart.contact?.email}. Untick to stop.` : 'One mail, nothing else. You can stop it any time.'}
          </span>
        </span>
      </label>
      {open && !agreed && (
        <form onSubmit={submit} noValidate className="mt-2 space-y-3">
          <TextField
            label="E-mail"
            type="email"
            name="email"
            autoComplete="email"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            value={email}
            error={problem || undefined}
            onChange={(event) => {
              setEmail(event.target.value);
              setProblem('');
            }}
          />
          <Button type="submit" look="secondary" busy={busy} className="w-full">
            Remind me
          </Button>
        </form>
      )}
      {problem && (!open || agreed) && (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}
