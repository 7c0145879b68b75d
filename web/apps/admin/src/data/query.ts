/** Leaves out what is not set, so that one view of a list has one cache key and one address. */
export function compact<T extends object>(query: T): Partial<T> {
  const kept = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(kept) as Partial<T>;
}
