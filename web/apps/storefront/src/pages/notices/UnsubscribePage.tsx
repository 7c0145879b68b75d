import { useQuery } from '@tanstack/react-query';
import { api, isProblem, take, type UnsubscribeChoices } from '@tradepost/api';
import { wordsFor } from '@tradepost/ui';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { Alert } from '../../components/Alert.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';
import { FormPage } from '../FormPage.tsx';
import { wordsOf } from './groups.ts';

/** The link at the end of reminders and offers. It works without signing in; the key stands after the #, where no server sees it. */
export function UnsubscribePage() {
  useTitle('Unsubscribe');
  const token = new URLSearchParams(useLocation().hash.slice(1)).get('token') ?? '';
  const { data, error, refetch } = useQuery({
    queryKey: ['unsubscribe', token],
    enabled: token !== '',
    retry: false,
    queryFn: ({ signal }) => take(api.POST('/api/v1/unsubscribe/choices', { body: { token }, signal })),
  });
  if (token === '' || (isProblem(error) && error.status === 400))
    return (
      <Empty
        icon={CircleAlert}
        heading="h1"
        title="This link is not complete"
        action={
          <ButtonLink to={paths.notifications()} look="secondary">
            Choose in your account
          </ButtonLink>
        }
      >
        <p>Open the link in the mail once more.</p>
      </Empty>
    );
  if (error) return <Failure error={error} heading="h1" retry={() => void refetch()} />;
  if (!data)
    return (
      <div className="page pt-16">
        <Loading label="Loading your choices" />
        <div aria-hidden className="skeleton mx-auto h-64 max-w-md" />
      </div>
    );
  return <Choices token={token} found={data} />;
}

function Choices({ token, found }: { token: string; found: UnsubscribeChoices }) {
  const [state, setState] = useState(found);
  const [draft, setDraft] = useState(found.choices);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const about = wordsOf(found.group).title;
  const wanted = state.choices.find((one) => one.group === found.group)?.wanted ?? false;

  const send = async (groups: string[] | undefined) => {
    setBusy(true);
    setProblem('');
    try {
      const body = groups ? { token, groups } : { token };
      const next = await take(api.POST('/api/v1/unsubscribe', { body }));
      setState(next);
      setDraft(next.choices);
      setSaid(groups ? 'Your choices are saved.' : `You get no more mails: ${about.toLowerCase()}.`);
    } catch (error) {
      setProblem(wordsFor(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormPage title={wanted ? 'Unsubscribe' : 'You are unsubscribed'} text={`Mails to ${state.email}: ${about.toLowerCase()}.`}>
      <div aria-live="polite" className="space-y-4 empty:hidden">
        {said && <Alert tone="success">{said}</Alert>}
        {problem && <Alert tone="danger">{problem}</Alert>}
      </div>
      {wanted && (
        <Button size="l" busy={busy} onClick={() => void send(undefined)} className="mt-4 w-full">
          Unsubscribe
        </Button>
      )}
      <fieldset className="mt-8">
        <legend className="font-semibold">Or choose what you get</legend>
        <div className="mt-2 divide-y divide-line border-y border-line">
          {draft.map((one) => (
            <label key={one.group} className="flex min-h-11 items-start gap-3 py-3">
              <input
                type="checkbox"
                className="mt-0.5 size-5 shrink-0 accent-accent"
                checked={one.wanted}
                onChange={(event) =>
                  setDraft((all) => all.map((each) => (each.group === one.group ? { ...each, wanted: event.target.checked } : each)))
                }
              />
              <span>
                <span className="block font-medium">{wordsOf(one.group).title}</span>
                <span className="block text-sm text-pretty text-ink-2">{wordsOf(one.group).text}</span>
              </span>
            </label>
          ))}
        </div>
        <Button
          look="secondary"
          busy={busy}
          onClick={() => void send(draft.filter((one) => one.wanted).map((one) => one.group))}
          className="mt-4"
        >
          Save choices
        </Button>
      </fieldset>
      <p className="mt-6 text-sm text-ink-2">Mails about your orders and your account still come.</p>
    </FormPage>
  );
}
