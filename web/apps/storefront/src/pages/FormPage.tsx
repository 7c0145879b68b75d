import type { ReactNode } from 'react';

/** A page with one form on it, narrow and in the middle. */
export function FormPage({
  title,
  text,
  children,
  after,
}: {
  title: string;
  text?: string;
  children: ReactNode;
  after?: ReactNode;
}) {
  return (
    <div className="page flex justify-center pt-10 md:pt-16">
      <div className="w-full max-w-md">
        <h1 className="text-3xl font-bold">{title}</h1>
        {text && <p className="mt-2 text-pretty text-ink-2">{text}</p>}
        <div className="mt-8">{children}</div>
        {after && <div className="mt-8 border-t border-line pt-6 text-[0.9375rem] text-ink-2">{after}</div>}
      </div>
    </div>
  );
}
