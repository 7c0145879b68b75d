import * as THREE from 'three';
import {
  anodised,
  box,
  drum,
  group,
  many,
  mesh,
  metal,
  pebble,
  plastic,
  plate,
  put,
  roundedBox,
  rubber,
  shade,
  slab,
  tube,
} from '../parts.js';

const rows65 = [
  [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1],
  [1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5, 1],
  [1.75, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.25, 1],
  [2.25, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.75, 1, 1],
  [1.25, 1.25, 1.25, 6.25, 1, 1, 1, -0.25, 1, 1, 1],
];
const rowsFull = [
  [1, -1, 1, 1, 1, 1, -0.5, 1, 1, 1, 1, -0.5, 1, 1, 1, 1, -0.25, 1, 1, 1, -0.25, -4],
  [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, -0.25, 1, 1, 1, -0.25, 1, 1, 1, 1],
  [1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5, -0.25, 1, 1, 1, -0.25, 1, 1, 1, 1],
  [1.75, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.25, -3.5, 1, 1, 1, 1],
  [2.25, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.75, -1.25, 1, -1.25, 1, 1, 1, 1],
  [1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.25, 1.25, -0.25, 1, 1, 1, -0.25, 2, 1, 1],
];
const rowsSlim = [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], ...rows65.slice(0, 4), [1, 1, 1, 1.25, 5.5, 1.25, 1, 1, 1, 1, 1]];

// A key cap narrows towards its top, which is slightly hollow.
function capGeometry(w, d, h) {
  const geometry = roundedBox(w, h, d, 0.16);
  const position = geometry.attributes.position;
  for (let i = 0; i < position.count; i++) {
    const share = (position.getY(i) + h / 2) / h;
    position.setX(i, position.getX(i) - Math.sign(position.getX(i)) * 0.2 * share);
    position.setZ(i, position.getZ(i) * (1 - 0.2 * share) - 0.06 * share);
  }
  geometry.computeVertexNormals();
  return geometry;
}

function caps(rows, unit, height, colors, slope = 0, flat = false) {
  const kinds = new Map();
  const depth = rows.length * unit;
  const accents = new Set(['0:0', `${rows.length - 1}:3`, `2:${rows[2].length - 2}`]);
  rows.forEach((row, line) => {
    const width = row.reduce((sum, units) => sum + Math.abs(units), 0) * unit;
    let x = -width / 2;
    row.forEach((units, column) => {
      const wide = Math.abs(units) * unit;
      const tone = accents.has(`${line}:${column}`) ? colors[2] : units > 1 || (line === 0 && flat) ? colors[1] : colors[0];
      const key = `${units} ${tone}`;
      if (units > 0)
        (kinds.get(key) ?? kinds.set(key, { units, tone, places: [] }).get(key)).places.push([
          x + wide / 2,
          -slope * (line - rows.length / 2) * 0.2,
          (line + 0.5) * unit - depth / 2,
        ]);
      x += wide;
    });
  });
  return group(
    [...kinds.values()].map(({ units, tone, places }) =>
      many(
        flat ? roundedBox(units * unit - 0.22, height, unit - 0.22, 0.14) : capGeometry(units * unit - 0.1, unit - 0.1, height),
        plastic(tone, { roughness: flat ? 0.55 : 0.62 }),
        places,
      ),
    ),
  );
}

export function keyboard({ kind = '65', color, tones }) {
  const [rows, unit, w, d] = { 65: [rows65, 1.9, 31.6, 11.4], full: [rowsFull, 1.9, 44.6, 13.8], slim: [rowsSlim, 1.9, 29.6, 12.1] }[kind];
  const slim = kind === 'slim';
  const inner = slim
    ? [slab(w, d, 0.7, 1, anodised(color), [0, 0.25, 0], 0.2), put(caps(rows, unit, 0.34, tones, 0, true), [0, 1.02, 0])]
    : [
        slab(w, d + 0.8, 2, 1.1, anodised(color), [0, 0, 0], 0.35),
        slab(w - 1.2, d - 0.6, 0.2, 0.5, rubber(shade(color, -0.55)), [0, 1.86, 0]),
        put(caps(rows, unit, 1.05, tones, 0.35), [0, 2.55, 0]),
      ];
  const knob =
    kind === 'full' &&
    put(
      group(
        drum(1.5, 1.5, 0.15, metal('#c9ccd1')),
        [...Array(36)].map((_, i) => box(0.1, 1.1, 0.1, 0.03, metal('#9da0a6'), [Math.cos(i / 5.73) * 1.5, 0.7, Math.sin(i / 5.73) * 1.5])),
      ),
      [17.4, 2, -4.75],
    );
  const keys = group(inner, knob);
  keys.rotation.x = slim ? 0.05 : 0.085;
  return group(
    keys,
    [-1, 1].map((side) => box(2.4, slim ? 0.9 : 1.2, 1, 0.3, rubber('#222326'), [side * (w / 2 - 3), 0.3, -d / 2 + 1])),
  );
}

export function mouse({ color, kind = 'ergonomic', accent = '#8b8f96' }) {
  if (kind === 'vertical') return verticalMouse(color, accent);
  const game = kind === 'gaming';
  const skin = plastic(color, { roughness: 0.52 });
  const shape = (point) => {
    const z = point.z / 6;
    if (point.y < 0) point.y *= 0.12;
    point.y *= game ? 1 - 0.1 * z - 0.16 * z * z : 1 - 0.3 * z - 0.22 * Math.abs(z) ** 2;
    point.x *= 1 - 0.12 * Math.exp(-((z - 0.15) ** 2) * 9) + (game ? 0 : 0.03 * -z);
    if (!game) point.x -= 0.45 * (point.y / 4) * (1 + z);
  };
  const body = pebble(game ? 6.1 : 6.9, game ? 7.2 : 8.2, 11.9, game ? 2.9 : 2.6, skin, [0, 0.42, 0], shape);
  const line = (x, from, to) =>
    tube(
      [...Array(12)].map((_, i) => {
        const z = from + ((to - from) * i) / 11;
        return [x, topOf(z, game), z];
      }),
      0.055,
      rubber('#0e0f11'),
    );
  const wheel = put(
    group(
      mesh(new THREE.CylinderGeometry(1.1, 1.1, 0.75, 48), rubber('#1b1c1f'), [0, 0, 0], [0, 0, Math.PI / 2]),
      mesh(new THREE.TorusGeometry(1.04, 0.14, 12, 64), metal(accent), [0, 0, 0], [0, Math.PI / 2, 0]),
    ),
    [0, topOf(3.1, game) - 0.56, 3.1],
  );
  return group(
    body,
    line(0, -0.2, 5.4),
    wheel,
    mesh(new THREE.CapsuleGeometry(0.5, 1.3, 8, 24), rubber('#121315'), [0, topOf(3.1, game) - 0.42, 3.1], [Math.PI / 2 + 0.16, 0, 0]),
    plate(0.9, 0.5, 0.3, 0.2, rubber('#17181a'), [0, topOf(0.6, game) + 0.02, 0.7], [-Math.PI / 2 + 0.1, 0, 0]),
    [1.3, -0.9].map((z) => put(pebble(0.5, 0.75, 2, 3, rubber(shade(color, -0.35)), [0, 0, 0]), [game ? -2.75 : -3.1, 2.1, z])),
  );
}

function topOf(z, game) {
  const [half, tall, power] = [5.95, game ? 3.6 : 4.1, game ? 2.9 : 2.6];
  const y = tall * (1 - Math.min(Math.abs(z) / half, 1) ** power) ** (1 / power);
  const s = z / 6;
  return 0.42 + y * (game ? 1 - 0.1 * s - 0.16 * s * s : 1 - 0.3 * s - 0.22 * s * s) + 0.01;
}

function verticalMouse(color, accent) {
  const body = pebble(7.6, 11.4, 12, 2.6, plastic(color, { roughness: 0.55 }), [0, 0.5, 0], (point) => {
    if (point.y < 0) point.y *= 0.08;
    point.y *= 1 - 0.08 * (point.z / 5);
    point.x = point.x * (1.08 - point.y * 0.06) - point.y * 0.3;
  });
  const thumb = put(pebble(2.8, 1.2, 8.4, 2.4, rubber(shade(color, -0.25))), [-4.5, 1.1, 0.6]);
  body.updateMatrixWorld(true);
  const hit = new THREE.Raycaster(new THREE.Vector3(6, 9, 8), new THREE.Vector3(-0.62, -0.5, -0.6).normalize()).intersectObject(body)[0]
    .point;
  const wheel = put(
    mesh(new THREE.TorusGeometry(0.8, 0.34, 20, 48), rubber(accent), [0, 0, 0], [0, Math.PI / 2, 0]),
    [hit.x - 0.3, hit.y - 0.25, hit.z - 0.3],
    [0, 0.3, -0.6],
  );
  return group(
    body,
    thumb,
    wheel,
    [0.6, -1.4].map((z) => put(pebble(0.5, 0.7, 1.6, 2.6, rubber('#101113')), [-4.35, 3.5, z])),
  );
}
