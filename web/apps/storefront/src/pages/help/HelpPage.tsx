import { Link, useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTitle } from '../../app/title.ts';
import { NotFound } from '../NotFoundPage.tsx';
import { topics } from './topics.tsx';

export function HelpPage() {
  const { topic = '' } = useParams();
  const found = topics.find((one) => one.slug === topic);
  useTitle(found?.title);
  if (!found) return <NotFound />;
  return (
    <div className="page grid gap-x-16 gap-y-8 pt-8 md:grid-cols-[13rem_minmax(0,1fr)] md:pt-12">
      <nav aria-label="Help" className="scrollbar-none -mx-4 flex gap-1 overflow-x-auto px-4 md:mx-0 md:flex-col md:px-0">
        {topics.map((one) => (
          <Link
            key={one.slug}
            to={paths.help(one.slug)}
            aria-current={one.slug === topic ? 'page' : undefined}
            className={`flex min-h-11 items-center rounded-full px-4 text-[0.9375rem] font-medium hover:bg-sunken
              aria-[current=page]:bg-sunken`}
          >
            {one.title}
          </Link>
        ))}
      </nav>
      <article>
        <h1 className="mb-6 text-3xl font-bold md:text-4xl">{found.title}</h1>
        <div className="prose-page leading-relaxed text-pretty text-ink-2 [&_h2]:text-ink">{found.body}</div>
      </article>
    </div>
  );
}
