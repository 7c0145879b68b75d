import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Category, Facets, FacetValue, Listing, ListingItem, Money, Product, Settings, Suggestions } from '@tradepost/api';

// Reads the demo shop's files into the shapes of the API, so that pages can be worked on without the shop running.

interface DemoVariant {
  sku: string;
  options?: Record<string, string>;
  priceMinor: number;
  compareAtMinor?: number;
  stock: number;
  weightGrams?: number;
}
interface DemoProduct {
  slug: string;
  name: string;
  brand: string;
  category: string;
  description: string;
  highlights: string[];
  tags: string[];
  priceMinor: number;
  compareAtMinor?: number;
  compareAtPriceMinor?: number;
  attributes: { name: string; value: string }[];
  options?: { name: string; values: string[] }[];
  variants?: DemoVariant[];
  stock?: number;
  images: { file: string; alt: string; options?: Record<string, string> }[];
}
interface DemoCategory {
  slug: string;
  name: string;
  parent?: string;
  image?: string;
  description?: string;
}
interface DemoShop {
  shopName: string;
  currency: string;
  hero: Settings['hero'];
  freeShippingOverMinor: number;
}

export const demoFolder = process.env.DEMO_DIR ?? join(import.meta.dirname, '../../../../demo');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(demoFolder, name), 'utf8')) as T;
if (!existsSync(join(demoFolder, 'products.json'))) throw new Error(`No products.json in ${demoFolder}; set DEMO_DIR.`);

export const shop = read<DemoShop>('shop.json');
const demoCategories = read<DemoCategory[]>('categories.json');
export const usd = (minor: number): Money => ({ minor, currency: shop.currency });

export const products: Product[] = read<DemoProduct[]>('products.json').map(toProduct);
products.forEach((product) => {
  product.related = products
    .filter((other) => other.category?.slug === product.category?.slug && other.id !== product.id)
    .slice(0, 4)
    .map(item);
});

function toProduct(demo: DemoProduct): Product {
  const was = demo.compareAtMinor ?? demo.compareAtPriceMinor;
  const category = demoCategories.find((entry) => entry.slug === demo.category);
  const variants = (demo.variants ?? [{ sku: demo.slug, priceMinor: demo.priceMinor, stock: demo.stock ?? 5 }]).map(
    (variant) => ({
      id: `v-${variant.sku}`,
      sku: variant.sku,
      options: variant.options ?? {},
      price: usd(variant.priceMinor),
      available: variant.stock,
      compareAtPrice: variant.compareAtMinor
        ? usd(variant.compareAtMinor)
        : was
          ? usd(was + variant.priceMinor - demo.priceMinor)
          : null,
      weightGrams: variant.weightGrams ?? null,
    }),
  );
  const available = variants.reduce((sum, variant) => sum + variant.available, 0);
  return {
    id: `p-${demo.slug}`,
    slug: demo.slug,
    name: demo.name,
    brand: demo.brand,
    description: demo.description,
    tags: demo.tags,
    category: category ? { id: `c-${category.slug}`, slug: category.slug, name: category.name, path: ancestors(category) } : null,
    images: demo.images.map((image) => ({
      url: `/media/products/${image.file}`,
      alt: image.alt,
      options: image.options ?? null,
    })),
    price: usd(demo.priceMinor),
    compareAtPrice: was ? usd(was) : null,
    status: available > 0 ? 'available' : 'outOfStock',
    available,
    options: demo.options ?? [],
    variants,
    attributes: demo.attributes,
    highlights: demo.highlights,
    rating: null,
    reviewCount: 0,
    related: [],
  };
}

function ancestors(category: DemoCategory): { slug: string; name: string }[] {
  const parent = demoCategories.find((entry) => entry.slug === category.parent);
  return [...(parent ? ancestors(parent) : []), { slug: category.slug, name: category.name }];
}

export function item(product: Product): ListingItem {
  return {
    id: product.id,
    slug: product.slug,
    name: product.name,
    brand: product.brand ?? null,
    price: product.price,
    compareAtPrice: product.compareAtPrice ?? null,
    imageUrl: product.images[0]?.url ?? null,
    imageAlt: product.images[0]?.alt ?? null,
    rating: null,
    reviewCount: 0,
    status: product.status,
    tags: product.tags,
    variantCount: product.variants.length,
    defaultVariantId: product.variants.length === 1 ? (product.variants[0]?.id ?? null) : null,
    available: product.available,
  };
}

export function categories(parent?: string): Category[] {
  return demoCategories
    .filter((entry) => entry.parent === parent)
    .map((entry) => ({
      id: `c-${entry.slug}`,
      slug: entry.slug,
      name: entry.name,
      imageUrl: entry.image ?? null,
      description: entry.description ?? null,
      children: categories(entry.slug),
      productCount: products.filter((product) => within(product, entry.slug)).length,
    }));
}

function within(product: Product, slug: string): boolean {
  return (product.category?.path as { slug: string }[] | undefined)?.some((entry) => entry.slug === slug) ?? false;
}

const list = (query: URLSearchParams, name: string) =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter(Boolean);

export function listing(query: URLSearchParams): Listing {
  const size = Number(query.get('pageSize') ?? 24);
  const page = Number(query.get('page') ?? 1);
  const found = products.filter((product) => matches(product, query, '')).sort(sorter(query.get('sort') ?? 'relevance'));
  return {
    items: found.slice((page - 1) * size, page * size).map(item),
    page,
    pageSize: size,
    total: found.length,
    facets: facets(query),
  };
}

function matches(product: Product, query: URLSearchParams, except: string): boolean {
  const words = (query.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${product.name} ${product.brand} ${product.category?.name} ${product.tags.join(' ')}`.toLowerCase();
  const brands = list(query, 'brand');
  const tags = list(query, 'tag');
  const [min, max] = [query.get('minPrice'), query.get('maxPrice')];
  return (
    words.every((word) => text.includes(word)) &&
    (!query.get('category') || within(product, query.get('category') ?? '')) &&
    (except === 'brand' || brands.length === 0 || brands.includes(product.brand ?? '')) &&
    (tags.length === 0 || tags.some((tag) => product.tags.includes(tag))) &&
    (except === 'price' || !min || product.price.minor >= Number(min) * 100) &&
    (except === 'price' || !max || product.price.minor <= Number(max) * 100) &&
    (except === 'stock' || query.get('inStock') !== 'true' || product.available > 0)
  );
}

function sorter(sort: string): (a: Product, b: Product) => number {
  if (sort === 'price') return (a, b) => a.price.minor - b.price.minor;
  if (sort === '-price') return (a, b) => b.price.minor - a.price.minor;
  return () => 0;
}

function facets(query: URLSearchParams): Facets {
  const forBrands = products.filter((product) => matches(product, query, 'brand'));
  const all = products.filter((product) => matches(product, query, ''));
  const prices = products.filter((product) => matches(product, query, 'price')).map((product) => product.price.minor);
  const stock = products.filter((product) => matches(product, query, 'stock'));
  return {
    brands: count(forBrands, (product) => [product.brand ?? '', product.brand ?? '']),
    categories: count(all, (product) => [product.category?.slug ?? '', product.category?.name ?? '']),
    tags: [],
    price: prices.length > 0 ? { min: usd(Math.min(...prices)), max: usd(Math.max(...prices)) } : null,
    availability: {
      inStock: stock.filter((p) => p.available > 0).length,
      outOfStock: stock.filter((p) => p.available === 0).length,
    },
  };
}

function count(found: Product[], key: (product: Product) => [string, string]): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const product of found) {
    const [value, label] = key(product);
    values.set(value, { value, label, count: (values.get(value)?.count ?? 0) + 1 });
  }
  return [...values.values()].sort((a, b) => b.count - a.count);
}

export function suggestions(q: string): Suggestions {
  const flat = categories().flatMap((category) => [category, ...category.children]);
  const found = listing(new URLSearchParams({ q, pageSize: '5' })).items;
  return {
    products: found,
    categories: flat.filter((entry) => entry.name.toLowerCase().includes(q.toLowerCase())).slice(0, 3),
    queries: [],
  };
}
