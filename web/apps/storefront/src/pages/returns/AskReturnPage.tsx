import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, newIdempotencyKey, orderHeaders, take, uploadFile, type ReturnOptions, type ReturnWish } from '@tradepost/api';
import { formatDate } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { PackageX } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { Alert } from '../../components/Alert.tsx';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { inputClass } from '../../components/Field.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';
import { useToast } from '../../toasts/Toasts.tsx';
import { PhotoPicker } from './PhotoPicker.tsx';
import { returnOptionsQuery } from './queries.ts';
import { ReturnLinePicker, type Choice } from './ReturnLinePicker.tsx';
import { ReturnSums } from './ReturnSums.tsx';

export function AskReturnPage() {
  const { id = '' } = useParams();
  useTitle('Return items');
  const { data, error, isPending, refetch } = useQuery(returnOptionsQuery(id));
  if (isPending)
    return (
      <div className="page max-w-3xl pt-8 md:pt-12">
        <Loading label="Loading what can be returned" />
        <div aria-hidden className="space-y-6">
          <div className="skeleton h-10 w-64" />
          <div className="skeleton h-40 rounded-panel!" />
        </div>
      </div>
    );
  if (!data) return <Failure error={error} heading="h1" retry={() => void refetch()} />;
  if (!data.open)
    return (
      <Empty
        icon={PackageX}
        title="Nothing can be returned here"
        heading="h1"
        action={<ButtonLink to={paths.order(id)}>Back to the order</ButtonLink>}
      >
        <p>{closedWords(data)}</p>
      </Empty>
    );
  return <AskForm orderId={id} options={data} />;
}

function closedWords({ closedBecause, until }: ReturnOptions): string {
  if (closedBecause === 'returns.window_closed')
    return `The time for returning this order ended${until ? ` on ${formatDate(new Date(Date.parse(until) - 1))}` : ''}.`;
  if (closedBecause === 'returns.nothing_arrived') return 'Nothing of this order has arrived yet. Come back when it has.';
  return 'Everything of this order is on its way back or was paid back already.';
}

function AskForm({ orderId, options }: { orderId: string; options: ReturnOptions }) {
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [comment, setComment] = useState('');
  const [photos, setPhotos] = useState<Blob[]>([]);
  const [tried, setTried] = useState(false);
  const { busy, problem, ask } = useAsking(orderId);
  const chosen = Object.entries(choices).filter(([, choice]) => choice.quantity > 0);
  const wish: ReturnWish = {
    lines: chosen.flatMap(([lineId, { quantity, reason }]) => (reason ? [{ lineId, quantity, reason }] : [])),
    ...(comment.trim() && { comment: comment.trim() }),
  };
  const complaint =
    chosen.length === 0 ? 'Choose what you want to return.'
    : wish.lines.length < chosen.length ? 'Tell us why, for each item you chose.'
    : undefined;
  return (
    <div className="page max-w-3xl pt-8 md:pt-12">
      <h1 className="text-3xl font-bold">Return items</h1>
      <p className="mt-2 text-ink-2">
        {options.until
          ? `You have until ${formatDate(new Date(Date.parse(options.until) - 1))}.`
          : `You have ${options.days} days after the last parcel arrives.`}{' '}
        {options.conditions}
      </p>
      <form
        className="mt-8 space-y-10"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!complaint) void ask(wish, photos);
        }}
      >
        <ReturnLinePicker options={options} choices={choices} onChange={setChoices} complain={tried} />
        <div>
          <label htmlFor="comment" className="mb-1.5 flex justify-between gap-2 text-sm font-medium">
            Anything we should know? <span className="font-normal text-ink-3">Optional</span>
          </label>
          <textarea
            id="comment"
            rows={3}
            maxLength={2000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
            className={`${inputClass} border-line-strong py-3 hover:border-ink-2`}
          />
        </div>
        <PhotoPicker photos={photos} onChange={setPhotos} />
        <ReturnSums orderId={orderId} wish={wish} />
        {(problem || (tried && complaint)) && (
          <Alert tone="danger" announce>
            {problem || complaint}
          </Alert>
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" size="l" busy={busy} className="max-sm:w-full">
            Ask for the return
          </Button>
          <Link to={paths.order(orderId)} className="inline-flex min-h-13 items-center px-4 font-medium hover:underline">
            Back to the order
          </Link>
        </div>
      </form>
    </div>
  );
}

/** Asks once, however often the button is pressed: the key stays until something else is asked for. */
function useAsking(orderId: string) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [last, setLast] = useState({ wish: '', key: '' });
  const ask = async (wish: ReturnWish, photos: Blob[]) => {
    const text = JSON.stringify(wish);
    const key = last.wish === text ? last.key : newIdempotencyKey();
    setLast({ wish: text, key });
    setBusy(true);
    setProblem('');
    try {
      const made = await take(
        api.POST('/api/v1/orders/{id}/returns', {
          params: { path: { id: orderId } },
          body: wish,
          headers: { 'Idempotency-Key': key, ...orderHeaders(orderId) },
        }),
      );
      const sent = await Promise.allSettled(
        photos.map((photo) => uploadFile(`/api/v1/returns/${made.id}/photos`, orderId, photo)),
      );
      const lost = sent.filter((one) => one.status === 'rejected').length;
      toast(lost > 0 ? 'Your return is noted, but a photo did not arrive. Add it below.' : 'Your return is noted.');
      await client.invalidateQueries({ queryKey: ['order', orderId] });
      await navigate(paths.return(made.id, orderId));
    } catch (error) {
      setProblem(wordsFor(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, ask };
}
