import { change, chips, noFilters, pageCount, pagesToShow, readFilters, toggle, writeFilters, type Filters } from './filters.ts';

const read = (text: string, category?: string) => readFilters(new URLSearchParams(text), category);

describe('the address of a listing', () => {
  const full: Filters = {
    q: 'usb c',
    category: 'hubs',
    brands: ['Halden', 'A & B'],
    tags: ['sale'],
    minPrice: '10',
    maxPrice: '99.50',
    inStock: true,
    sort: '-price',
    page: 3,
  };

  it('says everything that is shown, and is read back the same', () => {
    expect(read(writeFilters(full))).toEqual(full);
  });

  it('has one spelling: a fixed order and no defaults', () => {
    expect(writeFilters(noFilters)).toBe('');
    expect(writeFilters(full)).toBe(
      'q=usb+c&category=hubs&brand=Halden&brand=A+%26+B&tag=sale&minPrice=10&maxPrice=99.50&inStock=true&sort=-price&page=3',
    );
    expect(writeFilters(read('page=1&sort=&brand=x&q='))).toBe('brand=x');
  });

  it('leaves a category out that stands in the path', () => {
    expect(writeFilters({ ...full, brands: [], tags: [], page: 1, q: '' }, 'hubs')).not.toContain('category');
  });

  it('takes brands repeated or comma separated, each once', () => {
    expect(read('brand=a,b&brand=b&brand=c').brands).toEqual(['a', 'b', 'c']);
  });

  it.each([
    'page=0',
    'page=-1',
    'page=1.5',
    'page=abc',
    'page=99999999',
    'sort=cheapest',
    'minPrice=-5',
    'maxPrice=1e9',
    'inStock=yes',
  ])('leaves out what makes no sense: %s', (text) => {
    expect(read(text)).toEqual(noFilters);
  });
});

describe('changing what is shown', () => {
  it('goes back to the first page, unless the page itself is turned', () => {
    const third = { ...noFilters, page: 3 };
    expect(change(third, { brands: ['a'] }).page).toBe(1);
    expect(change(third, { page: 4 }).page).toBe(4);
  });

  it('puts a value on and takes it off', () => {
    expect(toggle(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggle(['a'], 'b')).toEqual(['a', 'b']);
  });
});

describe('chips', () => {
  it('names each filter that is on and takes only that one away', () => {
    const filters = { ...noFilters, q: 'usb', brands: ['halden'], tags: ['sale'], minPrice: '10', inStock: true, page: 2 };
    const facets = { brands: [{ value: 'halden', label: 'Halden', count: 3 }], categories: [] };
    const list = chips(filters, facets, '$');
    expect(list.map((chip) => chip.label)).toEqual(['Halden', 'On sale', 'From $10', 'In stock']);
    expect(list[0]?.without).toEqual({ ...filters, brands: [], page: 1 });
    expect(list[2]?.without).toMatchObject({ minPrice: '', brands: ['halden'], inStock: true });
  });

  it('shows a range as one', () => {
    expect(chips({ ...noFilters, minPrice: '10', maxPrice: '20' }, undefined, '€').map((chip) => chip.label)).toEqual([
      '€10 – €20',
    ]);
  });
});

describe('pages', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 10, [1, null, 4, 5, 6, null, 10]],
    [3, 10, [1, 2, 3, 4, null, 10]],
    [4, 10, [1, 2, 3, 4, 5, null, 10]],
    [10, 10, [1, null, 9, 10]],
  ])('page %i of %i offers %j', (page, count, shown) => {
    expect(pagesToShow(page, count)).toEqual(shown);
  });

  it('counts a last page that is not full', () => {
    expect([pageCount(0, 24), pageCount(24, 24), pageCount(25, 24)]).toEqual([1, 1, 2]);
  });
});
