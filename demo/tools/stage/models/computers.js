import * as THREE from 'three';
import {
  anodised,
  box,
  disc,
  drum,
  extrude,
  glass,
  glow,
  group,
  isDark,
  many,
  mesh,
  metal,
  outline,
  panel,
  plastic,
  plate,
  put,
  roundedBox,
  rubber,
  shade,
  slab,
  timber,
} from '../parts.js';
import { desktopScreen, gameScreen, label } from '../screens.js';

// The keys of a laptop or a flat keyboard, as one instanced mesh: rows of widths in key units.
const rows = {
  laptop: [
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    [1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5],
    [1.75, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.25],
    [2.25, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.75],
    [1, 1, 1, 1.25, 5.5, 1.25, 1, 1, 1],
  ],
};

export function keyField(width, depth, layout, material, height = 0.12) {
  const result = group();
  const pitch = { x: width / 14, z: depth / layout.length };
  const byWidth = new Map();
  layout.forEach((row, line) => {
    let x = -width / 2;
    for (const units of row) {
      const places = byWidth.get(units) ?? byWidth.set(units, []).get(units);
      places.push([x + (units * pitch.x) / 2, 0, -depth / 2 + (line + 0.5) * pitch.z]);
      x += units * pitch.x;
    }
  });
  for (const [units, places] of byWidth)
    result.add(many(roundedBox(units * pitch.x * 0.97 - 0.18, height, pitch.z * 0.84, 0.09), material, places));
  return result;
}

export function laptop({
  w = 29.6,
  d = 20.9,
  t = 0.9,
  color,
  lid = color,
  keys,
  palette = 'dusk',
  seed = 2,
  window = '',
  open = 108,
  lights,
  game,
  brand = 'BRACKWELL',
}) {
  const body = anodised(color);
  const caps = plastic(keys ?? (isDark(color) ? '#17181b' : shade(color, -0.72)), { roughness: 0.7 });
  const deck = group(
    slab(w, d, t, 1.1, body, [0, 0.12, 0], 0.22),
    slab(w - 2.6, d * 0.5, 0.06, 0.4, plastic(shade(color, -0.45)), [0, t + 0.09, -d * 0.165], 0.02),
    put(keyField(w - 3.1, d * 0.47, rows.laptop, caps), [0, t + 0.2, -d * 0.165]),
    slab(w * 0.4, d * 0.3, 0.05, 0.4, metal(shade(color, -0.06), { roughness: 0.3 }), [0, t + 0.09, d * 0.29], 0.02),
    slab(4, 0.5, 0.1, 0.2, plastic(shade(color, -0.3)), [0, t + 0.08, d / 2 - 0.12]),
    [-1, 1].map((side) => slab(1.4, 1.4, 0.14, 0.5, rubber('#222326'), [side * (w / 2 - 2), 0, d / 2 - 2])),
    lights && slab(w - 2.8, d * 0.49, 0.02, 0.4, glow(lights, 0.7), [0, t + 0.115, -d * 0.165], 0.005),
  );
  const h = d * 0.985;
  const screen = game ? gameScreen(w - 1, h - 1.4, palette) : desktopScreen(w - 1, h - 1.4, palette, seed, window);
  const top = group(
    plate(w, h, 0.5, 1.1, anodised(lid), [0, h / 2, -0.25], [0, 0, 0], 0.18),
    plate(w - 0.3, h - 0.3, 0.06, 1, glass(), [0, h / 2, 0.01], [0, 0, 0], 0.02),
    panel(w - 1, h - 1.5, 0.55, screen, [0, h / 2 + 0.15, 0.055]),
    panel(
      5.5,
      1.1,
      0.05,
      label(brand, 5.5, 1.1, { color: isDark(lid) ? '#c9ccd2' : shade(lid, -0.55), weight: 700, size: 0.55 }),
      [0, h / 2, -0.52],
      { light: 0, turn: [0, Math.PI, 0], rough: 0.4 },
    ),
  );
  put(top, [0, t + 0.1, -d / 2 + 0.3], [THREE.MathUtils.degToRad(90 - open), 0, 0]);
  const hinge = mesh(
    new THREE.CapsuleGeometry(0.42, w * 0.7, 8, 24),
    metal(shade(color, -0.35)),
    [0, t * 0.85, -d / 2 + 0.22],
    [0, 0, Math.PI / 2],
  );
  return group(deck, top, hinge);
}

export function miniPc({ color = '#3b3e44', led = '#ffffff' } = {}) {
  const ports = group(
    plate(0.95, 0.34, 0.1, 0.17, rubber('#0c0d0f'), [-3, 2, 6.48]),
    plate(0.95, 0.34, 0.1, 0.17, rubber('#0c0d0f'), [-1.5, 2, 6.48]),
    plate(1.4, 0.6, 0.1, 0.08, rubber('#0c0d0f'), [0.4, 2, 6.48]),
    disc(0.2, 0.1, 0.03, rubber('#0c0d0f'), [2, 2, 6.52]),
    disc(0.55, 0.12, 0.05, metal(shade(color, 0.12)), [4.6, 2, 6.54]),
    disc(0.09, 0.1, 0.02, glow(led, 1.2), [4.6, 2, 6.6]),
  );
  const vents = [...Array(26)].map((_, i) => box(0.12, 1.1, 0.3, 0.06, rubber('#08090a'), [-4.6 + i * 0.37, 3.9, -6.4]));
  return group(
    slab(13, 13, 4.6, 2.6, anodised(color), [0, 0.5, 0], 0.5),
    slab(11, 11, 0.6, 2, rubber('#17181a'), [0, 0, 0]),
    slab(12.2, 12.2, 0.12, 2.3, plastic(shade(color, -0.18), { roughness: 0.34 }), [0, 5.06, 0], 0.05),
    ports,
    vents,
  );
}

export function tower({ color = '#2b2d31' } = {}) {
  const [w, h, d] = [19, 38, 36];
  const slats = [...Array(11)].map((_, i) =>
    box(1.05, h - 3.4, 1.1, 0.3, timber('#6d4630', [0.4, 0.06]), [-w / 2 + 1.9 + i * 1.52, h / 2 + 2, d / 2 + 0.25]),
  );
  const feet = [-1, 1].flatMap((x) => [-1, 1].map((z) => drum(1.5, 2.2, 0.2, metal('#8b8f96'), [x * (w / 2 - 2.4), 0, z * (d / 2 - 4)])));
  const holes = [];
  for (let x = -6; x <= 6; x++) for (let z = -14; z <= 10; z++) holes.push([x * 1.05 + (z % 2) * 0.5, h + 2.02, z * 1.05]);
  return group(
    box(w, h, d, 1.6, anodised(color), [0, h / 2 + 2, 0]),
    box(w - 2.2, h - 2.6, 1.2, 0.6, rubber('#0b0c0d'), [0, h / 2 + 2, d / 2 - 0.3]),
    slats,
    feet,
    many(new THREE.CylinderGeometry(0.34, 0.34, 0.05, 16), rubber('#08090a'), holes),
    box(1.6, 0.5, 0.5, 0.2, metal('#c9ccd1'), [-w / 2 + 3.4, h + 2, d / 2 - 2.4]),
    plate(1.1, 0.42, 0.3, 0.2, rubber('#050506'), [0, h + 2, d / 2 - 2.4], [-Math.PI / 2, 0, 0]),
  );
}

export function allInOne({ color, palette = 'sand' }) {
  const [w, h] = [61, 35.5];
  return group(
    put(
      group(
        plate(w, h, 1.5, 1.6, anodised(color), [0, 0, -0.8], [0, 0, 0], 0.4),
        plate(w - 0.5, h - 0.5, 0.1, 1.4, glass(), [0, 0, 0.02]),
        panel(w - 1.8, h - 1.8, 0.6, desktopScreen(w, h, palette, 4, 'photo'), [0, 0, 0.1]),
        box(20, 14, 3.4, 1.6, anodised(shade(color, -0.08)), [0, -3, -2.6]),
      ),
      [0, 27, 0],
      [-0.06, 0, 0],
    ),
    extrude(outline(16, 26, 1), 0.7, 0.2, anodised(color), [0, 12.5, -6], [0.2, 0, 0]),
    slab(22, 18, 0.9, 1.4, anodised(color), [0, 0, -3]),
  );
}
