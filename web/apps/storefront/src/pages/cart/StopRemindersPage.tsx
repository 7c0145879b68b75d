import { api, isProblem } from '@tradepost/api';
import { BellOff, CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';

type State = { kind: 'asking' } | { kind: 'stopped' } | { kind: 'broken' } | { kind: 'failed'; error: unknown };

/** The link in a reminder leads here: opening it is enough. The key stands after the #, where no server sees it. */
export function StopRemindersPage() {
  useTitle('Reminders');
  const { hash } = useLocation();
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const [state, setState] = useState<State>({ kind: 'asking' });
  const [turn, setTurn] = useState(0);
  const asked = useRef(-1);
  useEffect(() => {
    if (asked.current === turn) return;
    asked.current = turn;
    if (!token) return setState({ kind: 'broken' });
    setState({ kind: 'asking' });
    api.POST('/api/v1/carts/reminders/stop', { body: { token } }).then(
      () => setState({ kind: 'stopped' }),
      (error: unknown) => setState(isProblem(error) && error.status === 400 ? { kind: 'broken' } : { kind: 'failed', error }),
    );
  }, [token, turn]);
  if (state.kind === 'asking')
    return (
      <div className="page pt-16">
        <Loading label="Stopping the reminders" />
        <div aria-hidden className="skeleton mx-auto h-40 max-w-md" />
      </div>
    );
  if (state.kind === 'failed') return <Failure error={state.error} heading="h1" retry={() => setTurn((now) => now + 1)} />;
  const stopped = state.kind === 'stopped';
  return (
    <Empty
      icon={stopped ? BellOff : CircleAlert}
      heading="h1"
      title={stopped ? 'No more reminders' : 'This link is not complete'}
      action={
        <ButtonLink to={stopped ? paths.home() : paths.cart()} look="secondary">
          {stopped ? 'To the shop' : 'To your cart'}
        </ButtonLink>
      }
    >
      <p>
        {stopped
          ? 'We will not write to you about carts you leave, unless you ask for it again. Your cart itself is kept.'
          : 'Open the link in the mail once more, or untick the reminder beside your cart.'}
      </p>
    </Empty>
  );
}
