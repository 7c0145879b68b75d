import { useCallback, useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { readFilters, writeFilters, type Filters } from './filters.ts';

/** The listing as the address says it, and the address of any other listing. */
export function useFilters() {
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const filters = useMemo(() => readFilters(search, slug), [search, slug]);
  const hrefOf = useCallback(
    (next: Filters) => {
      // Search keeps its own page; a category has one of its own and stands in the path.
      const inPath = slug && next.category ? next.category : '';
      const query = writeFilters(next, inPath);
      return (inPath ? paths.category(inPath) : paths.search()) + (query ? `?${query}` : '');
    },
    [slug],
  );
  const apply = useCallback(
    (next: Filters) => {
      void navigate(hrefOf(next), { preventScrollReset: true });
    },
    [navigate, hrefOf],
  );
  return { filters, hrefOf, apply, inCategory: slug !== '' };
}
