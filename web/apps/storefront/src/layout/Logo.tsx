/** The shop's name as its mark: a small sign and the word, both following the theme. */
export function Logo({ name }: { name: string }) {
  return (
    <span className="flex items-center gap-2.5 text-[1.0625rem] font-bold tracking-tight whitespace-nowrap">
      <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden className="shrink-0">
        <rect width="28" height="28" rx="8" className="fill-accent" />
        <path d="M7 10.5h14M14 10.5V21" fill="none" strokeWidth="3" strokeLinecap="round" className="stroke-on-accent" />
        <circle cx="14" cy="6.4" r="1.7" className="fill-on-accent" />
      </svg>
      {name}
    </span>
  );
}
