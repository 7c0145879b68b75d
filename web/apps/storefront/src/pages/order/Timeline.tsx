import type { TimelineEntry } from '@tradepost/api';
import { formatDateTime } from '@tradepost/domain';
import { eventWords, noteWords } from './words.ts';

/** Everything that happened, the latest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="text-xl font-semibold">
        What happened
      </h2>
      <ol className="mt-4">
        {[...entries].reverse().map((entry, index) => (
          <li key={`${entry.at}/${entry.event}/${index}`} className="relative pb-6 pl-7 last:pb-0">
            <span
              aria-hidden
              className={`absolute top-1.5 left-0 size-3 rounded-full ${index === 0 ? 'bg-accent' : 'bg-line-strong'}`}
            />
            {index < entries.length - 1 && (
              <span aria-hidden className="absolute top-5 bottom-0 left-[0.3125rem] w-0.5 bg-line" />
            )}
            <p className="font-medium">{eventWords(entry.event)}</p>
            <p className="text-sm text-ink-2">
              <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
              {entry.note ? ` · ${noteWords(entry.note)}` : ''}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
