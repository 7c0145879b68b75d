import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, isProblem, take, type Profile } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useState, type FormEvent } from 'react';
import { profileQuery } from '../../app/queries.ts';
import { useTitle } from '../../app/title.ts';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { Failure, Loading } from '../../components/States.tsx';
import { useSession } from '../../session/useSession.ts';
import { useToast } from '../../toasts/Toasts.tsx';

export function ProfilePage() {
  useTitle('Profile');
  const { data, error, refetch } = useQuery(profileQuery());
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data)
    return (
      <>
        <Loading label="Loading your profile" />
        <div aria-hidden className="skeleton h-64 rounded-card!" />
      </>
    );
  return <ProfileForm profile={data} />;
}

function ProfileForm({ profile }: { profile: Profile }) {
  const { user } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const [values, setValues] = useState({
    firstName: profile.firstName ?? '',
    lastName: profile.lastName ?? '',
    phone: profile.phone ?? '',
  });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      client.setQueryData(['me'], await take(api.PATCH('/api/v1/me', { body: values })));
      toast('Your profile is saved.');
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  const field = (name: keyof typeof values) => ({
    name,
    value: values[name],
    maxLength: 100,
    error: isProblem(refusal) ? refusal.field(name) : undefined,
    onChange: (event: { target: { value: string } }) => setValues((now) => ({ ...now, [name]: event.target.value })),
  });
  return (
    <section aria-labelledby="profile" className="max-w-xl">
      <h2 id="profile" className="text-xl font-semibold">
        Profile
      </h2>
      <p className="mt-1 text-ink-2">
        You sign in as <span className="wrap-anywhere text-ink">{profile.email ?? user?.email}</span>.
      </p>
      <form onSubmit={(event) => void submit(event)} noValidate className="mt-6 space-y-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="First name" autoComplete="given-name" {...field('firstName')} />
          <TextField label="Last name" autoComplete="family-name" {...field('lastName')} />
        </div>
        <TextField
          label="Phone"
          optional
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          hint="Only for the courier, when a delivery needs it."
          {...field('phone')}
        />
        {refusal !== null && (
          <Alert tone="danger" announce>
            {wordsFor(refusal)}
          </Alert>
        )}
        <Button type="submit" busy={busy}>
          Save
        </Button>
      </form>
    </section>
  );
}
