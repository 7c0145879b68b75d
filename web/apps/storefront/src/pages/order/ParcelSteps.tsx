const steps = ['Handed over', 'On its way', 'Out for delivery', 'Delivered'];
const reached: Record<string, number> = { inTransit: 1, exception: 1, outForDelivery: 2, delivered: 3 };

/** The way of a parcel as four steps; a parcel that comes back has left it. */
export function ParcelSteps({ status }: { status: string }) {
  const now = reached[status];
  if (now === undefined) return null;
  const held = status === 'exception';
  return (
    <ol aria-label="The parcel’s way" className="mt-4 grid grid-cols-4 gap-1">
      {steps.map((step, at) => {
        const done = at <= now;
        const tone = !done ? 'bg-line' : held && at === now ? 'bg-danger' : 'bg-accent';
        return (
          <li key={step} aria-current={at === now ? 'step' : undefined} className="min-w-0">
            <span aria-hidden className={`block h-1.5 rounded-full ${tone}`} />
            <span className={`mt-1.5 block text-xs ${done ? 'text-ink' : 'text-ink-2'}`}>
              {step}
              <span className="sr-only">{done ? ', done' : ', still to come'}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
