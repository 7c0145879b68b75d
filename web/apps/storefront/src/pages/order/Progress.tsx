import { Check } from 'lucide-react';

const steps = ['Ordered', 'Paid', 'Packed', 'Shipped', 'Delivered'];

/** Five steps from the till to the door; `done` is the last one reached. */
export function Progress({ done, onDelivery }: { done: number; onDelivery: boolean }) {
  const names = onDelivery ? steps.map((name) => (name === 'Paid' ? 'Confirmed' : name)) : steps;
  return (
    <ol aria-label="Progress" className="grid grid-cols-5">
      {names.map((name, index) => {
        const reached = index <= done;
        return (
          <li
            key={name}
            aria-current={index === done ? 'step' : undefined}
            className="relative flex flex-col items-center gap-2 text-center"
          >
            {index > 0 && (
              <span
                aria-hidden
                className={`absolute top-3.5 right-1/2 h-0.5 w-full -translate-y-1/2 transition-colors duration-240
                  ${reached ? 'bg-accent' : 'bg-line'}`}
              />
            )}
            <span
              aria-hidden
              className={`relative z-1 grid size-7 place-items-center rounded-full transition-colors duration-240
                ${reached ? 'bg-accent text-on-accent' : 'border-2 border-line bg-bg'}`}
            >
              {reached && <Check size={15} strokeWidth={3} />}
            </span>
            <span className={`text-[0.6875rem] sm:text-sm ${index === done ? 'font-semibold' : 'text-ink-2'}`}>
              {name}
              <span className="sr-only">{reached ? ', done' : ', to come'}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
