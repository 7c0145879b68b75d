import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take, type NoticeChannel, type NoticePreferences, type NoticeWish } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { useState, type FormEvent } from 'react';
import { useTitle } from '../../app/title.ts';
import { Alert } from '../../components/Alert.tsx';
import { Button } from '../../components/Button.tsx';
import { Failure, Loading } from '../../components/States.tsx';
import { useToast } from '../../toasts/Toasts.tsx';
import { BrowserSwitch } from './BrowserSwitch.tsx';
import { wordsOf } from './groups.ts';
import { PhoneForm } from './PhoneForm.tsx';

const key = ['me', 'notices'];

export function NotificationsPage() {
  useTitle('Notifications');
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => take(api.GET('/api/v1/me/notification-preferences', { signal })),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data)
    return (
      <>
        <Loading label="Loading your notifications" />
        <div aria-hidden className="skeleton h-96 rounded-card!" />
      </>
    );
  return (
    <section aria-labelledby="notifications" className="max-w-2xl">
      <h2 id="notifications" className="text-xl font-semibold">
        Notifications
      </h2>
      <p className="mt-1 text-ink-2">
        Mails go to <span className="wrap-anywhere text-ink">{data.email}</span>.
      </p>
      <WishForm key={JSON.stringify(data.groups)} preferences={data} />
      <BrowserSwitch pushKey={data.pushKey} onChange={() => void refetch()} />
      <PhoneForm phone={data.phone ?? null} confirmed={data.phoneConfirmed} onChange={() => void refetch()} />
    </section>
  );
}

const channels: { channel: NoticeChannel; label: string }[] = [
  { channel: 'mail', label: 'Mail' },
  { channel: 'push', label: 'Browser' },
  { channel: 'sms', label: 'Text message' },
];

function WishForm({ preferences }: { preferences: NoticePreferences }) {
  const [groups, setGroups] = useState(preferences.groups);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const client = useQueryClient();
  const toast = useToast();
  const mute = groups.find((one) => ['orders', 'returns'].includes(one.group) && !one.mail && !one.sms && !one.push);
  const change = (group: string, channel: NoticeChannel, on: boolean) =>
    setGroups((all) => all.map((one) => (one.group === group ? { ...one, [channel]: on } : one)));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (mute) return;
    setBusy(true);
    setRefusal(null);
    try {
      const body = { groups: groups.map(({ group, mail, sms, push }) => ({ group, mail, sms, push })) };
      client.setQueryData(key, await take(api.PUT('/api/v1/me/notification-preferences', { body })));
      toast('Your choices are saved.');
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-6">
      <div className="divide-y divide-line border-y border-line">
        {groups.map((wish) => (
          <Group key={wish.group} wish={wish} consent={preferences.consentWords} onChange={change} />
        ))}
      </div>
      <div aria-live="polite" className="mt-4 space-y-4 empty:hidden">
        {mute && <Alert tone="warn">{`Keep at least one way to be told about ${wordsOf(mute.group).title.toLowerCase()}.`}</Alert>}
        {refusal !== null && <Alert tone="danger">{wordsFor(refusal)}</Alert>}
      </div>
      <Button type="submit" busy={busy} disabled={mute !== undefined} className="mt-4">
        Save
      </Button>
    </form>
  );
}

interface GroupProps {
  wish: NoticeWish;
  consent: string;
  onChange(group: string, channel: NoticeChannel, on: boolean): void;
}

function Group({ wish, consent, onChange }: GroupProps) {
  const { title, text } = wordsOf(wish.group);
  const shown = wish.locked ? channels.slice(0, 1) : channels;
  return (
    <fieldset className="grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <legend className="float-left w-full font-medium sm:sr-only">{title}</legend>
      <div>
        <p aria-hidden className="hidden font-medium sm:block">
          {title}
        </p>
        <p className="text-sm text-pretty text-ink-2">{wish.group === 'offers' ? `${text} Ticking one means: “${consent}”` : text}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-5">
        {shown.map(({ channel, label }) => (
          <label key={channel} className="flex min-h-11 items-center gap-2 text-[0.9375rem]">
            <input
              type="checkbox"
              className="size-5 accent-accent"
              checked={wish[channel]}
              disabled={wish.locked}
              onChange={(event) => onChange(wish.group, channel, event.target.checked)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
