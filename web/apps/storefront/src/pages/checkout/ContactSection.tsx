import { isProblem, type Country } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useRef, useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { focusFirstInvalid, useShownErrors } from '../../lib/use-shown-errors.ts';
import { useSession } from '../../session/useSession.ts';
import { checkAddress, type AddressFields } from './address.ts';
import { AddressForm } from './AddressForm.tsx';
import { checkEmail } from './contact.ts';
import type { Draft } from './draft.ts';

interface ContactSectionProps {
  draft: Draft;
  /** Whether they asked to be reminded before they came here. */
  reminding: boolean;
  countries: Country[];
  change: (patch: Partial<Draft>) => void;
  /** Tells the shop where it goes; refused addresses come back as a problem. */
  onDone: () => Promise<void>;
}

export function ContactSection({ draft, reminding, countries, change, onDone }: ContactSectionProps) {
  const { status } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const errors = { email: checkEmail(draft.email), ...checkAddress(draft.address, countries) };
  const { errorOf, leave, showAll } = useShownErrors<'email' | keyof AddressFields>(errors);
  const refused = (name: string) => (isProblem(refusal) ? refusal.field(name) : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    showAll();
    if (Object.values(errors).some(Boolean)) return focusFirstInvalid(form.current);
    setBusy(true);
    setRefusal(null);
    try {
      await onDone();
    } catch (error) {
      setRefusal(error);
      focusFirstInvalid(form.current);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      <TextField
        label="E-mail"
        type="email"
        name="email"
        autoComplete="email"
        required
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        value={draft.email}
        error={errorOf('email') ?? refused('email')}
        onBlur={() => leave('email')}
        onChange={(event) => change({ email: event.target.value })}
        hint={
          status === 'signedIn' ? undefined : (
            <>
              For the confirmation.{' '}
              <Link to={paths.signIn(paths.checkout())} className="text-accent underline underline-offset-4">
                Sign in
              </Link>{' '}
              if you have an account.
            </>
          )
        }
      />
      <label className="flex min-h-11 items-start gap-3 text-sm">
        <input
          type="checkbox"
          name="remind"
          checked={draft.remind ?? reminding}
          onChange={(event) => change({ remind: event.target.checked })}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span>
          Remind me if I leave without ordering
          <span className="block text-ink-2">One mail, nothing else. You can stop it any time.</span>
        </span>
      </label>
      <AddressForm
        section="shipping"
        fields={draft.address}
        countries={countries}
        errorOf={(name) => errorOf(name) ?? refused(name)}
        onLeave={leave}
        onChange={(address) => {
          setRefusal(null);
          change({ address });
        }}
      />
      {refusal !== null && (
        <Alert tone="danger" announce traceId={isProblem(refusal) ? refusal.traceId : null}>
          {wordsFor(refusal)}
        </Alert>
      )}
      <Button type="submit" size="l" busy={busy} className="w-full sm:w-auto">
        Continue to delivery
      </Button>
    </form>
  );
}
