import { ChevronLeft } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './Page.module.css';

interface Props {
  title: string;
  /** Beside the title: a badge, a state. */
  mark?: ReactNode;
  note?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

export function Page({ title, mark, note, back, actions, narrow, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Tradepost admin`;
  }, [title]);

  return (
    <div className={classes.page} data-narrow={narrow || undefined}>
      <header className={classes.header}>
        <div className={classes.heading}>
          {back && (
            <Link to={back.to} className={classes.back}>
              <ChevronLeft size={16} aria-hidden />
              {back.label}
            </Link>
          )}
          <div className={classes.titleRow}>
            <h1 className={classes.title}>{title}</h1>
            {mark}
          </div>
          {note && <div className={classes.note}>{note}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A grouped part of a page. */
export function Card({ title, aside, flush, children }: { title?: string; aside?: ReactNode; flush?: boolean; children: ReactNode }) {
  return (
    <section className={classes.card} aria-label={title}>
      {(title || aside) && (
        <div className={classes.cardHead}>
          {title && <h2 className={classes.cardTitle}>{title}</h2>}
          {aside}
        </div>
      )}
      <div className={flush ? classes.flush : classes.cardBody}>{children}</div>
    </section>
  );
}
