import { randomUUID } from 'node:crypto';
import type { Cart, Money, ShippingOption } from '@tradepost/api';
import { products } from './catalogue.ts';
import { refuse } from './refusal.ts';

// Carts in memory with a made-up flat tax: enough to look at pages, never a statement about the shop's sums.

const usd = (minor: number): Money => ({ minor, currency: 'USD' });
const carts = new Map<string, Cart>();

export const shippingOptions: ShippingOption[] = [
  { id: 'standard', name: 'Standard', price: usd(590), estimatedDays: { min: 3, max: 5 } },
  { id: 'express', name: 'Express', price: usd(1490), estimatedDays: { min: 1, max: 2 } },
];

export function createCart(): Cart {
  const cart: Cart = {
    id: randomUUID(),
    currency: 'USD',
    lines: [],
    promotions: [],
    trace: [],
    totals: { subtotal: usd(0), discount: usd(0), shipping: usd(0), tax: usd(0), total: usd(0) },
  };
  carts.set(cart.id, cart);
  return cart;
}

export function findCart(id: string): Cart {
  return carts.get(id) ?? refuse(404, 'request.not_found', 'No such cart');
}

export function addLine(cart: Cart, input: { productId?: string; variantId?: string; quantity: number }): Cart {
  const product = products.find(
    (one) => one.id === input.productId || one.variants.some((variant) => variant.id === input.variantId),
  );
  const variant = product?.variants.find((one) => one.id === input.variantId) ?? product?.variants[0];
  if (!product || !variant) return refuse(404, 'request.not_found', 'No such product');
  const line = cart.lines.find((one) => one.variantId === variant.id);
  const quantity = (line?.quantity ?? 0) + input.quantity;
  if (quantity > variant.available)
    return refuse(409, 'inventory.insufficient', 'Too few left', { available: variant.available });
  if (line) line.quantity = quantity;
  else {
    const image = product.images.find((one) =>
      Object.entries(one.options ?? {}).every(([name, value]) => variant.options[name] === value),
    );
    cart.lines.push({
      id: randomUUID(),
      productId: product.id,
      variantId: variant.id,
      sku: variant.sku,
      slug: product.slug,
      options: variant.options,
      name: product.name,
      imageUrl: image?.url ?? null,
      quantity,
      available: variant.available,
      unitPrice: variant.price,
      lineTotal: usd(0),
      notices: [],
    });
  }
  return total(cart);
}

export function setQuantity(cart: Cart, lineId: string, quantity: number): Cart {
  const line = cart.lines.find((one) => one.id === lineId) ?? refuse(404, 'request.not_found', 'No such line');
  if (quantity > (line.available ?? 0))
    return refuse(409, 'inventory.insufficient', 'Too few left', { available: line.available });
  if (quantity === 0) cart.lines = cart.lines.filter((one) => one !== line);
  line.quantity = quantity;
  return total(cart);
}

export function total(cart: Cart): Cart {
  cart.trace = [];
  let subtotal = 0;
  for (const line of cart.lines) {
    line.lineTotal = usd(line.unitPrice.minor * line.quantity);
    subtotal += line.lineTotal.minor;
    cart.trace.push({ step: 'line', label: `${line.name} × ${line.quantity}`, amount: line.lineTotal, lineId: line.id });
  }
  const option = shippingOptions.find((one) => one.id === cart.shippingOptionId);
  const shipping = option ? (subtotal >= 7500 && option.id === 'standard' ? 0 : option.price.minor) : 0;
  const tax = cart.address ? Math.round(subtotal * 0.0825) : 0;
  if (option) cart.trace.push({ step: 'shipping', label: `${option.name} delivery`, amount: usd(shipping) });
  if (cart.address) cart.trace.push({ step: 'tax', label: 'Sales tax 8.25 %', amount: usd(tax) });
  cart.totals = {
    subtotal: usd(subtotal),
    discount: usd(0),
    shipping: usd(shipping),
    tax: usd(tax),
    total: usd(subtotal + shipping + tax),
  };
  return cart;
}
