// Checks the demo shop's data and pictures. Prints every fault and ends with 1 when there is one.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const demo = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (name) => JSON.parse(readFileSync(join(demo, name), 'utf8'));
const dataOnly = process.argv.includes('--data-only');
const faults = [];
const expect = (condition, message) => {
  if (!condition) faults.push(message);
};

const shop = read('shop.json');
const categories = read('categories.json');
const products = read('products.json');
const { customers, orders } = read('customers.json');
const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const media = (path) => join(demo, path.replace(/^\//, ''));

checkCategories();
const variantsBySku = checkProducts();
checkCustomers();
checkOrders();
checkShop();
if (!dataOnly) checkPictures();
finish();

function unique(values, what) {
  const seen = new Set();
  for (const value of values) {
    expect(!seen.has(value), `${what} ${value} is there twice`);
    seen.add(value);
  }
  return seen;
}

function checkCategories() {
  const slugs = unique(
    categories.map((category) => category.slug),
    'category',
  );
  const parents = new Set(categories.map((category) => category.parent).filter(Boolean));
  for (const { slug, name, parent, description, image } of categories) {
    expect(slugPattern.test(slug), `category ${slug}: bad slug`);
    expect(name && description, `category ${slug}: name and description are needed`);
    expect(!parent || slugs.has(parent), `category ${slug}: unknown parent ${parent}`);
    expect(image === `/media/categories/${slug}.webp`, `category ${slug}: image ${image}`);
  }
  const leaves = categories.filter((category) => !parents.has(category.slug));
  expect(leaves.length >= 10, `only ${leaves.length} leaf categories`);
  expect(
    leaves.every((leaf) => leaf.parent),
    'a leaf category has no parent',
  );
}

function checkProducts() {
  const parents = new Set(categories.map((category) => category.parent));
  const leaves = new Set(categories.map((category) => category.slug).filter((slug) => !parents.has(slug)));
  const all = products.flatMap((product) => product.variants.map((variant) => ({ ...variant, product })));
  unique(
    products.map((product) => product.slug),
    'product',
  );
  unique(
    products.map((product) => `${product.brand} ${product.name}`),
    'product name',
  );
  unique(
    all.map((variant) => variant.sku),
    'sku',
  );
  unique(
    all.map((variant) => variant.gtin),
    'gtin',
  );
  unique(
    products.flatMap((product) => product.images.map((image) => image.file)),
    'picture',
  );
  expect(products.length >= 64, `only ${products.length} products`);
  expect(products.filter((product) => product.tags.includes('featured')).length === 8, 'eight products are featured');
  for (const product of products) checkProduct(product, leaves);
  checkAttributeNames();
  return new Map(all.map((variant) => [variant.sku, variant]));
}

function checkProduct(product, leaves) {
  const fault = (condition, message) => expect(condition, `${product.slug}: ${message}`);
  const paragraphs = product.description.split('\n\n');
  const { width, height, depth } = product.dimensionsMm;
  fault(slugPattern.test(product.slug), 'bad slug');
  fault(leaves.has(product.category), `${product.category} is not a leaf category`);
  fault(paragraphs.length >= 2 && paragraphs.length <= 4, `${paragraphs.length} paragraphs`);
  fault(!/<[a-z]/i.test(product.description), 'the description holds markup');
  fault(product.highlights.length >= 3 && product.highlights.length <= 5, 'three to five highlights');
  fault(product.attributes.length >= 8 && product.attributes.length <= 15, `${product.attributes.length} attributes`);
  fault(
    product.attributes.every((attribute) => attribute.name && attribute.value),
    'an attribute is empty',
  );
  fault(
    [width, height, depth].every((side) => Number.isInteger(side) && side > 0),
    'dimensions',
  );
  fault(product.priceMinor === Math.min(...product.variants.map((variant) => variant.priceMinor)), 'the price is the lowest variant price');
  fault(product.tags.includes('sale') === Boolean(product.compareAtMinor), 'the tag sale goes with a compare-at price');
  for (const priced of [product, ...product.variants]) checkPrice(priced, fault);
  checkVariants(product, fault);
  checkImages(product, fault);
}

function checkPrice({ priceMinor, compareAtMinor }, fault) {
  fault(Number.isInteger(priceMinor) && priceMinor >= 900 && priceMinor <= 300000, `price ${priceMinor}`);
  fault(compareAtMinor === undefined || compareAtMinor > priceMinor, `compare-at ${compareAtMinor} is not above ${priceMinor}`);
}

function checkVariants(product, fault) {
  const combinations = product.options.reduce((count, option) => count * option.values.length, 1);
  fault(product.variants.length === combinations, `${product.variants.length} variants for ${combinations} combinations`);
  unique(
    product.variants.map((variant) => `${product.slug} ${JSON.stringify(variant.options)}`),
    'variant',
  );
  for (const variant of product.variants) {
    const names = Object.keys(variant.options);
    fault(names.length === product.options.length, `${variant.sku}: options missing`);
    for (const option of product.options) {
      fault(option.values.includes(variant.options[option.name]), `${variant.sku}: no such ${option.name}`);
    }
    fault(Number.isInteger(variant.stock) && variant.stock >= 0, `${variant.sku}: stock`);
    fault(variant.weightGrams > 0, `${variant.sku}: weight`);
    fault(/^2\d{12}$/.test(variant.gtin) && checkDigit(variant.gtin) === Number(variant.gtin[12]), `${variant.sku}: gtin ${variant.gtin}`);
  }
}

// GTIN-13: weights 1 and 3 from the left, the last digit fills the sum up to a multiple of ten.
function checkDigit(gtin) {
  const sum = [...gtin.slice(0, 12)].reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

function checkImages(product, fault) {
  fault(product.images.length >= 3, `${product.images.length} pictures`);
  for (const image of product.images) {
    fault(image.file.endsWith('.webp'), `${image.file}: not WebP`);
    fault(image.alt?.length >= 10, `${image.file}: no alternative text`);
    for (const [name, value] of Object.entries(image.options ?? {})) {
      const option = product.options.find((candidate) => candidate.name === name);
      fault(option?.values.includes(value), `${image.file}: no such ${name} ${value}`);
    }
  }
  unique(
    product.images.map((image) => image.alt),
    `${product.slug} alternative text`,
  );
  for (const option of product.options.filter(({ name }) => name === 'Colour' || name === 'Finish')) {
    for (const value of option.values) {
      fault(
        product.images.some((image) => image.options?.[option.name] === value),
        `no picture in ${value}`,
      );
    }
  }
}

// Products of a category are compared side by side, so they use the same attribute names in the same order.
function checkAttributeNames() {
  const names = new Map();
  for (const product of products) {
    const mine = product.attributes.map((attribute) => attribute.name).join(', ');
    const first = names.get(product.category) ?? mine;
    names.set(product.category, first);
    expect(mine === first, `${product.slug}: attributes differ from the rest of ${product.category}`);
  }
}

function checkCustomers() {
  unique(
    customers.map((customer) => customer.email),
    'customer',
  );
  for (const customer of customers) {
    expect(/^[^@\s]+@[^@\s]+\.(test|com)$/.test(customer.email), `customer ${customer.email}: bad e-mail`);
    expect(!('password' in customer), `customer ${customer.email}: holds a password`);
    expect(
      customer.addresses.filter((address) => address.isDefaultShipping).length === 1,
      `customer ${customer.email}: one default address`,
    );
    for (const address of customer.addresses) {
      expect(address.line1 && address.city && address.postalCode, `customer ${customer.email}: address incomplete`);
      expect(address.country !== 'US' || /^[A-Z]{2}$/.test(address.state), `customer ${customer.email}: state missing`);
    }
  }
}

function checkOrders() {
  const emails = new Set(customers.map((customer) => customer.email));
  const outcomes = ['delivered', 'shipped', 'processing', 'cancelled', 'pendingPayment'];
  for (const [index, order] of orders.entries()) {
    const where = `order ${index + 1}`;
    expect(emails.has(order.customer), `${where}: unknown customer ${order.customer}`);
    expect(outcomes.includes(order.outcome), `${where}: outcome ${order.outcome}`);
    expect(['card', 'cod'].includes(order.paymentMethod), `${where}: payment method ${order.paymentMethod}`);
    expect(order.lines.length > 0, `${where}: no lines`);
    for (const { sku, quantity } of order.lines) {
      expect(variantsBySku.has(sku), `${where}: unknown sku ${sku}`);
      expect(quantity > 0 && quantity <= (variantsBySku.get(sku)?.stock ?? 0), `${where}: ${quantity} of ${sku} are more than in stock`);
    }
  }
}

function checkShop() {
  expect(shop.shopName && shop.currency === 'USD', 'shop: name and currency');
  expect(shop.hero.title && shop.hero.imageAlt, 'shop: hero title and alternative text');
  expect(Number.isInteger(shop.freeShippingOverMinor), 'shop: freeShippingOverMinor');
}

function checkPictures() {
  const wanted = new Set(
    products.flatMap((product) => product.images.flatMap((image) => sizes(`/media/products/${image.file}`, ['', '-640', '-320']))),
  );
  for (const category of categories) sizes(category.image, ['', '-320']).forEach((path) => wanted.add(path));
  for (const [name, path] of Object.entries(shop.hero)) if (name.startsWith('imageUrl')) wanted.add(path);
  for (const path of wanted) {
    expect(existsSync(media(path)) && statSync(media(path)).size > 400, `${path}: missing or empty`);
  }
  const present = readdirSync(join(demo, 'media'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = present.reduce((total, entry) => total + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0);
  expect(bytes <= 25 * 1024 * 1024, `the pictures weigh ${bytes} bytes, more than 25 MB`);
  expect(present.length === wanted.size, `${present.length} picture files, ${wanted.size} wanted`);
}

function sizes(path, suffixes) {
  return suffixes.map((suffix) => path.replace('.webp', `${suffix}.webp`));
}

function finish() {
  for (const fault of faults) console.error(fault);
  const variants = variantsBySku.size;
  console.log(
    `${products.length} products, ${variants} variants, ${categories.length} categories, ${orders.length} orders: ${faults.length} faults`,
  );
  process.exitCode = faults.length ? 1 : 0;
}
