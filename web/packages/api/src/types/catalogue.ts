import type { DayRange, Money, Page } from './common.ts';
import type { DeliveryWindow } from './shipping.ts';

export interface ListingItem {
  id: string;
  externalId?: string | null;
  slug: string;
  name: string;
  brand?: string | null;
  price: Money;
  compareAtPrice?: Money | null;
  imageUrl?: string | null;
  imageAlt?: string | null;
  rating?: number | null;
  reviewCount: number;
  status: string;
  tags: string[];
  variantCount: number;
  /** Set when the product has exactly one variant: it can be put in the cart without choosing. */
  defaultVariantId?: string | null;
  available: number;
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

export interface Facets {
  brands: FacetValue[];
  categories: FacetValue[];
  tags?: FacetValue[];
  price?: { min: Money; max: Money } | null;
  availability?: { inStock: number; outOfStock: number } | null;
}

export interface Listing extends Page<ListingItem> {
  facets: Facets;
}

export interface ProductImage {
  url: string;
  alt: string;
  /** The picture belongs to the variants with these options, for example {"Colour":"Black"}. */
  options?: Record<string, string> | null;
}

export interface Variant {
  id: string;
  sku: string;
  options: Record<string, string>;
  price: Money;
  compareAtPrice?: Money | null;
  available: number;
  imageUrl?: string | null;
  gtin?: string | null;
  weightGrams?: number | null;
  dimensionsMm?: { width: number; height: number; depth: number } | null;
}

export interface CategoryRef {
  id: string;
  slug: string;
  name: string;
  path?: { slug: string; name: string }[];
}

export interface Product {
  id: string;
  externalId?: string | null;
  slug: string;
  name: string;
  description?: string | null;
  brand?: string | null;
  category?: CategoryRef | null;
  tags: string[];
  images: ProductImage[];
  price: Money;
  compareAtPrice?: Money | null;
  status: string;
  available: number;
  options: { name: string; values: string[] }[];
  variants: Variant[];
  attributes: { name: string; value: string }[];
  highlights: string[];
  rating?: number | null;
  reviewCount: number;
  related: ListingItem[];
  createdAt?: string;
  updatedAt?: string;
}

export interface Category {
  id: string;
  slug: string;
  name: string;
  description?: string | null;
  imageUrl?: string | null;
  children: Category[];
  productCount: number;
  path?: CategoryRef[];
}

export interface Suggestions {
  products: ListingItem[];
  categories: { id: string; slug: string; name: string; productCount?: number }[];
  queries: string[];
}

export interface Country {
  code: string;
  name: string;
  postalCodeRequired: boolean;
  stateRequired: boolean;
  states: { code: string; name: string }[];
}

export interface Hero {
  eyebrow?: string | null;
  title: string;
  text?: string | null;
  imageUrl?: string | null;
  imageUrlPhone?: string | null;
  imageUrlDark?: string | null;
  imageUrlPhoneDark?: string | null;
  imageAlt?: string | null;
  href?: string | null;
  action?: string | null;
}

export interface Settings {
  shopName: string;
  currency: string;
  /** All it sells in, its own first. */
  currencies?: string[];
  pricesIncludeTax: boolean;
  freeShippingOver?: Money | null;
  countries: Country[];
  hero?: Hero | null;
  /** IANA name of the zone in which the shop's days begin and its campaigns start and end. */
  timeZone?: string;
  gateway?: { provider: string; testCards: { number: string; label: string }[] } | null;
}

export interface ShippingOption {
  id: string;
  name: string;
  price: Money;
  estimatedDays: DayRange;
  estimatedDelivery?: DeliveryWindow | null;
}
