import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router';
import { paths } from '../app/paths.ts';

export interface Crumb {
  name: string;
  to: string;
}

export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="text-sm text-ink-2">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {[{ name: 'Home', to: paths.home() }, ...crumbs].map((crumb, index) => (
          <li key={crumb.to} className="flex items-center gap-x-1.5">
            {index > 0 && <ChevronRight size={14} className="text-ink-3" aria-hidden />}
            <Link to={crumb.to} className="inline-flex min-h-11 items-center hover:text-ink hover:underline">
              {crumb.name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
