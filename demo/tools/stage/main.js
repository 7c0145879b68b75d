// Knows every picture the shop needs and draws them one by one when asked.
import { Stage } from './stage.js';
import { backdrop } from './backdrop.js';
import { looks } from './looks/index.js';
import { scenes } from './looks/scenes.js';

const defaults = { main: { from: [26, 13] }, angle: { from: [205, 16] }, detail: { from: [-32, 24], zoom: 1.9, aperture: 0.05 } };
const read = async (name) => (await fetch(`../../${name}`)).json();
const [products, categories] = [await read('products.json'), await read('categories.json')];
const work = new Map();

for (const product of products) {
  const shelf = product.options.find(({ name }) => name === 'Colour' || name === 'Finish');
  for (const { file, options } of product.images) {
    const choice = options ? Object.values(options)[0] : shelf?.values[0];
    const view = options ? 'main' : file.slice(product.slug.length + 1, -'.webp'.length) || 'main';
    work.set(`products/${file.replace('.webp', '')}`, { widths: [1280, 640, 320], shot: () => productShot(product, choice, view) });
  }
}
for (const { slug } of categories)
  work.set(`categories/${slug}`, { widths: [640, 320], shot: () => ({ width: 640, height: 640, ...scenes[slug]() }) });
for (const name of ['desk', 'desk-phone', 'desk-dark', 'desk-phone-dark']) {
  work.set(`hero/${name}`, { widths: [name.includes('phone') ? 960 : 1920], shot: () => scenes[`hero-${name}`]() });
}

function productShot(product, choice, view) {
  const look = looks[product.slug];
  const size = view === 'main' ? { width: 840, height: 840, exposures: 6 } : { width: 680, height: 680, exposures: 5 };
  const shot = { ...defaults[view], ...look.all, ...look[view], ...size };
  const subject = (look[view]?.make ?? look.make)(choice, product);
  return { ...shot, subject, backdrop: shot.backdrop ?? backdrop(look.tint ?? product.category, choice, view) };
}

const stage = new Stage();
await document.fonts.load('600 20px "Inter Variable"');

// The pictures a visitor meets first come first.
const rank = (name) => (name.startsWith('products/') ? (/-(angle|detail)$/.test(name) ? 2 : 1) : 0);
window.pictures = () => [...work].map(([name, { widths }]) => ({ name, widths })).sort((one, other) => rank(one.name) - rank(other.name));
window.draw = (name, draft) => {
  const { subject, ...shot } = work.get(name).shot();
  if (draft) Object.assign(shot, { width: shot.width / 2, height: shot.height / 2, exposures: 6 });
  const address = stage.take(subject, shot);
  dispose(subject);
  return address;
};

// Materials stay: disposing of them would throw their compiled programs away, and compiling takes longer than drawing.
function dispose(subject) {
  subject.traverse((node) => node.geometry?.dispose());
}
