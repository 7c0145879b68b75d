import { useQuery, useQueryClient } from '@tanstack/react-query';
import { isProblem, uploadFile, type Return } from '@tradepost/api';
import { formatDateTime, formatMoney, negated } from '@tradepost/domain';
import { wordsFor } from '@tradepost/ui';
import { PackageX } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { Alert } from '../../components/Alert.tsx';
import { Badge } from '../../components/Badge.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Picture } from '../../components/Picture.tsx';
import { Empty, Failure, Loading } from '../../components/States.tsx';
import { Timeline } from '../order/Timeline.tsx';
import { PhotoPicker } from './PhotoPicker.tsx';
import { PrivatePhotos } from './PrivatePhotos.tsx';
import { returnQuery } from './queries.ts';
import { ReturnSteps } from './ReturnSteps.tsx';
import { useOrderKey } from './useOrderKey.ts';
import { nextWords, reasonWords, returnStatusWords, returnTones } from './words.ts';

export function ReturnPage() {
  const { id = '' } = useParams();
  const orderId = useOrderKey();
  const { data, error, isPending, refetch } = useQuery(returnQuery(id, orderId));
  useTitle(data ? `Return ${data.number}` : 'Return');
  if (isPending)
    return (
      <div className="page max-w-5xl pt-8 md:pt-12">
        <Loading label="Loading the return" />
        <div aria-hidden className="space-y-6">
          <div className="skeleton h-10 w-64" />
          <div className="skeleton h-40 rounded-panel!" />
        </div>
      </div>
    );
  if (data) return <ReturnView one={data} />;
  return isProblem(error) && [400, 401, 404].includes(error.status) ? (
    <Empty
      icon={PackageX}
      title="We cannot show this return here"
      heading="h1"
      action={<ButtonLink to={paths.track()}>Find the order by number</ButtonLink>}
    >
      <p>Open it from its order, or sign in if it belongs to your account.</p>
    </Empty>
  ) : (
    <Failure error={error} heading="h1" retry={() => void refetch()} />
  );
}

function ReturnView({ one }: { one: Return }) {
  return (
    <div className="page max-w-5xl pt-8 md:pt-12">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <h1 className="text-3xl font-bold">
            {one.kind === 'withdrawal' ? 'Withdrawal' : 'Return'} {one.number}
          </h1>
          <p className="mt-1 text-ink-2">
            {formatDateTime(one.requestedAt)} ·{' '}
            <Link to={paths.order(one.orderId)} className="underline underline-offset-4">
              Order {one.orderNumber}
            </Link>
          </p>
        </div>
        <Badge tone={returnTones[one.status]}>{returnStatusWords[one.status]}</Badge>
      </div>
      <section aria-label="What comes next" className="mt-8 rounded-panel border border-line p-6 md:p-8">
        <p role="status" className="text-pretty">
          {nextWords(one)}
        </p>
        {one.refuseReason && <p className="mt-3 text-ink-2">The shop says: {one.refuseReason}</p>}
        {one.decided?.note && <p className="mt-3 text-ink-2">The shop says: {one.decided.note}</p>}
        <ReturnSteps one={one} />
      </section>
      <div className="mt-10 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-12">
          <Lines one={one} />
          {one.statement && (
            <section aria-labelledby="statement">
              <h2 id="statement" className="text-xl font-semibold">
                What you declared
              </h2>
              <p className="mt-3 rounded-control bg-sunken p-4 wrap-anywhere">{one.statement}</p>
            </section>
          )}
          <Photos one={one} />
          <Timeline entries={one.timeline} />
        </div>
        <aside aria-label="Details">
          <Sums one={one} />
        </aside>
      </div>
    </div>
  );
}

function Lines({ one }: { one: Return }) {
  return (
    <section aria-labelledby="items">
      <h2 id="items" className="text-xl font-semibold">
        Items
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {one.lines.map((line) => (
          <li key={line.id} className="flex items-center gap-4 py-4">
            <span className="block w-16 shrink-0 overflow-hidden rounded-control">
              <Picture url={line.imageUrl} alt="" sizes="64px" />
            </span>
            <div className="min-w-0 grow">
              <p className="font-medium wrap-anywhere">{line.name}</p>
              <p className="text-sm text-ink-2">
                Quantity {line.quantity} · {reasonWords[line.reason]}
              </p>
            </div>
            <p className="tabular shrink-0">{formatMoney(line.worth)}</p>
          </li>
        ))}
      </ul>
      {one.comment && <p className="mt-4 whitespace-pre-line text-ink-2">“{one.comment}”</p>}
    </section>
  );
}

function Sums({ one: { expected, decided, status } }: { one: Return }) {
  if (status === 'refused' || status === 'cancelled') return null;
  return (
    <section aria-labelledby="sums" className="rounded-panel bg-sunken p-6">
      <h2 id="sums" className="mb-4 text-lg font-semibold">
        {decided ? 'Refund' : 'What goes back to you'}
      </h2>
      <dl className="tabular space-y-2">
        {!decided && (
          <div className="flex justify-between gap-4">
            <dt className="text-ink-2">Paid for these items</dt>
            <dd>{formatMoney(expected.worth)}</dd>
          </div>
        )}
        {!decided && expected.fee.minor > 0 && (
          <div className="flex justify-between gap-4">
            <dt className="text-ink-2">Restocking fee</dt>
            <dd>{formatMoney(negated(expected.fee))}</dd>
          </div>
        )}
        {!decided && expected.shipping.minor > 0 && (
          <div className="flex justify-between gap-4">
            <dt className="text-ink-2">Delivery</dt>
            <dd>{formatMoney(expected.shipping)}</dd>
          </div>
        )}
        <div className={`flex justify-between gap-4 text-lg font-semibold ${decided ? '' : 'border-t border-line pt-3'}`}>
          <dt>{decided ? 'Goes back' : 'Refund'}</dt>
          <dd>{formatMoney(decided?.refund ?? expected.refund)}</dd>
        </div>
      </dl>
      {!decided && <p className="mt-3 text-sm text-pretty text-ink-2">Once the items are here and found as described.</p>}
    </section>
  );
}

function Photos({ one }: { one: Return }) {
  const client = useQueryClient();
  const [problem, setProblem] = useState('');
  const mayAdd = one.allowedActions.includes('addPhotos') && one.photos.length < 5;
  if (one.photos.length === 0 && !mayAdd) return null;
  const send = async (photos: Blob[]) => {
    setProblem('');
    try {
      for (const photo of photos) await uploadFile(`/api/v1/returns/${one.id}/photos`, one.orderId, photo);
    } catch (error) {
      setProblem(wordsFor(error));
    }
    await client.invalidateQueries({ queryKey: ['return', one.id] });
  };
  return (
    <section aria-labelledby="photos">
      <h2 id="photos" className="mb-3 text-xl font-semibold">
        Photos
      </h2>
      <PrivatePhotos one={one} />
      {mayAdd && <PhotoPicker photos={[]} hideLegend room={5 - one.photos.length} onChange={(photos) => void send(photos)} />}
      {problem && (
        <Alert tone="danger" announce>
          {problem}
        </Alert>
      )}
    </section>
  );
}
