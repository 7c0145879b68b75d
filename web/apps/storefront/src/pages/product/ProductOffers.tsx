import { useQuery } from '@tanstack/react-query';
import type { Offer } from '@tradepost/api';
import { benefitWords, conditionWords } from '@tradepost/domain';
import { Tag, Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { offersQuery } from '../../app/queries.ts';
import { Badge } from '../../components/Badge.tsx';
import { leftWords, nextTick, running, shopTime } from './offers.ts';

/** The offers of a product that run at this very moment, and what time it is in the shop. Ends them by itself. */
function useOffers(productId: string): { offers: Offer[]; now: number } {
  const query = useQuery(offersQuery(productId));
  const [ticks, setTicks] = useState(() => performance.now());
  const read = query.data;
  const now = read ? shopTime(read, Math.max(ticks, read.readAt)) : 0;
  const offers = read ? running(read.offers, now) : [];
  const wait = nextTick(offers, now);
  useEffect(() => {
    if (wait === null) return;
    const timer = setTimeout(() => setTicks(performance.now()), wait);
    return () => clearTimeout(timer);
  }, [wait, ticks]);
  return { offers, now };
}

const words = (offer: Offer) => [benefitWords(offer.benefit), ...offer.conditions.map(conditionWords)].join(' ');

function Countdown({ endsAt, now }: { endsAt: string; now: number }) {
  return (
    <span role="timer" aria-live="off" className="tabular inline-flex items-center gap-1 whitespace-nowrap text-warn">
      <Timer size={14} aria-hidden />
      Ends in {leftWords(endsAt, now)}
    </span>
  );
}

/** One line under the price. Its room is kept from the start, so that nothing moves when the offer comes or goes. */
export function LeadOffer({ productId }: { productId: string }) {
  const { offers, now } = useOffers(productId);
  const [offer] = offers;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 pt-3 text-sm">
      {offer && (
        <>
          <Badge tone="success">{offer.badge ?? 'Offer'}</Badge>
          <span className="text-ink-2">{words(offer)}</span>
          {offer.showCountdown && offer.endsAt && <Countdown endsAt={offer.endsAt} now={now} />}
        </>
      )}
    </div>
  );
}

/** The other offers, below everything a reader may be looking at. */
export function MoreOffers({ productId }: { productId: string }) {
  const { offers, now } = useOffers(productId);
  if (offers.length < 2) return null;
  return (
    <section aria-labelledby="more-offers" className="mt-7">
      <h2 id="more-offers" className="font-semibold tracking-normal">
        Also on offer
      </h2>
      <ul className="mt-2 space-y-1.5 text-[0.9375rem] text-ink-2">
        {offers.slice(1).map((offer) => (
          <li key={offer.id} className="flex flex-wrap gap-x-2.5">
            <Tag size={16} aria-hidden className="mt-1 shrink-0 text-accent" />
            {words(offer)}
            {offer.showCountdown && offer.endsAt && <Countdown endsAt={offer.endsAt} now={now} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
