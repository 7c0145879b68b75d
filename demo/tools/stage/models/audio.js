import * as THREE from 'three';
import {
  ball,
  box,
  chrome,
  disc,
  drum,
  fabric,
  gloss,
  glow,
  group,
  isDark,
  mesh,
  metal,
  pebble,
  plastic,
  plate,
  put,
  rubber,
  shade,
  slab,
  timber,
  tube,
  turned,
} from '../parts.js';

export function bud({ color, stem = false, accent = '#c9ccd1', hook }) {
  const body = gloss(color, { roughness: 0.3 });
  const tip = turned(
    [
      [0.32, 0],
      [0.68, 0.16],
      [0.72, 0.42],
      [0.56, 0.78],
      [0.3, 0.95],
      [0.2, 0.86],
    ],
    rubber(isDark(color) ? '#26282b' : '#dedad3', { side: THREE.DoubleSide }),
    [0, 0, 0.62],
    [Math.PI / 2, 0, 0],
  );
  return group(
    pebble(2, 1.9, 1.7, 2.4, body, [0, 0, 0], (point) => point.multiplyScalar(1 - 0.1 * point.z)),
    put(tip, [0.28, 0.05, 0.66], [Math.PI / 2 - 0.2, 0.25, 0]),
    disc(0.62, 0.1, 0.04, metal(accent), [0, 0, -0.8]),
    plate(0.5, 0.14, 0.1, 0.07, rubber('#111214'), [-0.45, 0.62, -0.55]),
    stem && put(mesh(new THREE.CapsuleGeometry(0.4, 1.7, 12, 32), body, [0, -1.5, -0.3])),
    hook &&
      tube(
        [
          [-0.5, 0.8, 0],
          [-0.9, 2.1, 0.1],
          [0, 3.3, 0.2],
          [1.7, 3.2, 0.3],
          [2.6, 1.8, 0.4],
          [2.5, 0.1, 0.4],
          [2.1, -1.2, 0.3],
        ],
        0.2,
        rubber(color),
      ),
    hook && mesh(new THREE.CapsuleGeometry(0.42, 0.7, 10, 24), rubber(color), [2.1, -1.5, 0.3], [0, 0, 0.25]),
  );
}

// Case with the lid open and both buds in front of it or inside.
export function earbuds({ color, stem, accent, hook, closed = false, wide = 6.2, tall = 3.2, deep = 5 }) {
  const shell = gloss(color, { roughness: 0.36, clearcoat: 0.5, clearcoatRoughness: 0.2 });
  const half = (cut) =>
    pebble(wide, tall * 2, deep, 2.9, shell, [0, 0, 0], (point) => {
      point.y = cut > 0 ? Math.max(point.y, 0) * 0.62 : Math.min(point.y, 0);
    });
  const base = group(
    half(-1),
    slab(wide * 0.9, deep * 0.86, 0.12, 2, plastic(shade(color, isDark(color) ? -0.25 : -0.1)), [0, -0.08, 0]),
    disc(0.11, 0.1, 0.03, glow('#7dffb0', 1.6), [0, -1.2, deep / 2 - 0.03]),
    closed || [-1, 1].map((side) => mesh(new THREE.CylinderGeometry(1.08, 0.9, 0.2, 48), rubber('#0d0e10'), [side * 1.4, 0.01, 0.2])),
  );
  const lid = closed
    ? half(1)
    : put(group(half(1), slab(wide * 0.88, deep * 0.84, 0.1, 1.9, plastic(shade(color, -0.2)), [0, -0.02, 0])), [0, 0.1, 0]);
  const cover = closed ? lid : put(group(put(lid, [0, 0, deep / 2 - 0.2])), [0, 0.1, -deep / 2 + 0.3], [-1.42, 0, 0]);
  const inside = closed ? [] : [put(bud({ color, accent }), [-1.4, 0.7, 0.2], [0.9, 0.5, 0])];
  const nest = put(group(base, cover, ...(hook ? [] : inside)), [0, tall, -1.4]);
  if (closed) return group(put(nest, [0, tall, 0]));
  const floor = stem ? 2.7 : 1;
  const pair = hook
    ? [
        put(bud({ color, accent, hook }), [-4.9, 2.0, 2.2], [0, 0.5, 0]),
        put(bud({ color, accent, hook }), [5.2, 2.0, 1.6], [0, Math.PI - 0.5, 0]),
      ]
    : [put(bud({ color, accent, stem }), [2.8, floor, 3.7], [0.1, 2.6, stem ? 0.1 : 0.3])];
  return group(nest, ...pair);
}

export function roomSpeaker({ color, base = '#8a5a38' }) {
  const sleeve = turned(
    [
      [5.2, 0.6],
      [5.75, 1.6],
      [5.9, 4],
      [5.9, 13],
      [5.75, 14.8],
      [5.3, 15.6],
    ],
    fabric(color, [46, 22]),
  );
  return group(
    drum(5.3, 1, 0.3, timber(base, [0.8, 0.3])),
    sleeve,
    drum(5.32, 0.5, 0.24, plastic(shade(color, isDark(color) ? -0.2 : -0.06)), [0, 15.3, 0]),
    mesh(new THREE.TorusGeometry(4.2, 0.1, 12, 96), glow('#ffffff', 0.9), [0, 15.8, 0], [Math.PI / 2, 0, 0]),
    [-1.6, 0, 1.6].map((x) => mesh(new THREE.CylinderGeometry(0.34, 0.34, 0.06, 32), plastic(shade(color, -0.45)), [x, 15.82, 0])),
    put(group(plate(2.6, 0.7, 0.06, 0.1, metal('#c9ccd1'))), [0, 3, 5.92], [0.02, 0, 0]),
  );
}

export function portableSpeaker({ color }) {
  const body = mesh(new THREE.CapsuleGeometry(3.5, 11, 24, 72), fabric(color, [36, 18]), [0, 3.5, 0], [0, 0, Math.PI / 2]);
  const cap = (side) =>
    group(
      turned(
        [
          [3.56, 0],
          [3.6, 0.5],
          [3.3, 1.3],
          [2.7, 1.9],
          [2.35, 2.05],
        ],
        rubber(shade(color, -0.45)),
        [side * 6.1, 3.5, 0],
        [0, 0, (-side * Math.PI) / 2],
      ),
      turned(
        [
          [2.4, 0],
          [1.6, 0.25],
          [0.6, 0.4],
          [0.001, 0.42],
        ],
        rubber('#17181a'),
        [side * 7.95, 3.5, 0],
        [0, 0, (-side * Math.PI) / 2],
      ),
      mesh(new THREE.TorusGeometry(1.7, 0.09, 12, 64), metal('#b8bbc0'), [side * 8.2, 3.5, 0], [0, Math.PI / 2, 0]),
    );
  const strap = tube(
    [
      [-6.4, 6.6, 0.4],
      [-7.8, 8.1, 1.2],
      [-9.6, 6.8, 2],
      [-9.5, 4.4, 1.9],
      [-8.2, 3.1, 1.6],
    ],
    0.32,
    fabric(shade(color, -0.3), [30, 2]),
  );
  const buttons = [-2.6, 0, 2.6].map((x) =>
    put(
      mesh(new THREE.CapsuleGeometry(0.42, 0.7, 8, 24), rubber(shade(color, -0.35)), [0, 0, 0], [0, 0, Math.PI / 2]),
      [x, 6.92, 0],
      [0, 0, Math.PI / 2],
    ),
  );
  return group(
    body,
    cap(1),
    cap(-1),
    strap,
    buttons,
    slab(8, 2.4, 0.5, 1, rubber(shade(color, -0.5))),
    plate(2.8, 0.8, 0.12, 0.2, metal('#c9ccd1'), [0, 3.5, 3.5]),
  );
}

const cone = (r) =>
  group(
    mesh(new THREE.TorusGeometry(r, r * 0.13, 20, 96), rubber('#1c1d20'), [0, 0, 0.1]),
    disc(r * 1.16, 0.3, 0.1, metal('#2a2c30'), [0, 0, 0.05]),
    turned(
      [
        [r * 0.9, 0.1],
        [r * 0.5, -0.5],
        [r * 0.32, -0.75],
      ].reverse(),
      rubber('#2d2f34', { side: THREE.DoubleSide, roughness: 0.6 }),
      [0, 0, 0.35],
      [Math.PI / 2, 0, 0],
    ),
    ball(r * 0.34, gloss('#24262a', { roughness: 0.4 }), [0, 0, 0.2], [1, 1, 0.5]),
    [0, 1, 2, 3].map((i) =>
      disc(0.2, 0.1, 0.03, metal('#8b8f96'), [Math.cos(i * 1.571 + 0.785) * r * 1.08, Math.sin(i * 1.571 + 0.785) * r * 1.08, 0.24]),
    ),
  );

const tweeter = (r) =>
  group(
    disc(r * 1.9, 0.3, 0.08, metal('#2a2c30'), [0, 0, 0.05]),
    mesh(new THREE.TorusGeometry(r * 1.15, 0.16, 16, 64), rubber('#151619'), [0, 0, 0.2]),
    ball(r, fabric('#33353a', 4), [0, 0, 0.1], [1, 1, 0.55]),
  );

export function bookshelf({ color }) {
  const one = () =>
    group(
      box(16.5, 26.5, 20, 0.5, timber(color, 0.05), [0, 13.25, 0]),
      plate(15.6, 25.6, 0.3, 0.5, plastic('#1b1c1f', { roughness: 0.6 }), [0, 13.25, 9.95]),
      put(cone(5.4), [0, 8.6, 10.15]),
      put(tweeter(1.5), [0, 20, 10.15]),
      disc(0.13, 0.1, 0.03, glow('#fff1cf', 1.2), [6.6, 1.6, 10.15]),
    );
  return group(put(one(), [-11.8, 0, 0], [0, 0.16, 0]), put(one(), [11.8, 0, 0], [0, -0.16, 0]));
}

export function soundbar({ color = '#2b2d31' } = {}) {
  const bar = pebble(98, 6.4, 11.2, 6, fabric(color, [120, 10]), [0, 3.6, 0]);
  return group(
    bar,
    box(97, 0.7, 10.6, 0.3, rubber('#141517'), [0, 0.4, 0]),
    slab(18, 5.4, 0.3, 1.2, plastic('#1a1b1e'), [0, 6.62, 0.4]),
    [-6, -3, 0, 3, 6].map((x) => mesh(new THREE.CylinderGeometry(0.5, 0.5, 0.1, 32), rubber('#4c5057'), [x, 6.95, 0.4])),
    [-3, -1.5, 0, 1.5, 3].map((x, i) => disc(0.2, 0.12, 0.04, glow(i < 3 ? '#ffffff' : '#2c2f34', 1), [x, 2.2, 5.5])),
    [-1, 1].map((side) => box(1.2, 6.2, 10.6, 0.5, metal('#3a3d42'), [side * 48.6, 3.6, 0])),
  );
}

export function turntable() {
  const platter = group(drum(15.2, 1.3, 0.2, metal('#b9bcc1'), [0, 0, 0]), drum(15, 0.3, 0.08, rubber('#1c1c1e'), [0, 1.3, 0]));
  const grooves = [...Array(30)].map((_, i) =>
    mesh(new THREE.TorusGeometry(5.6 + i * 0.31, 0.05, 8, 128), gloss('#0c0c0e', { roughness: 0.35 }), [0, 1.82, 0], [Math.PI / 2, 0, 0]),
  );
  const record = group(
    drum(15, 0.22, 0.06, gloss('#0e0e10', { roughness: 0.32 }), [0, 1.6, 0]),
    grooves,
    drum(5, 0.04, 0.01, plastic('#e2725b'), [0, 1.82, 0]),
    drum(3.2, 0.04, 0.01, plastic('#f5e6c8'), [0, 1.84, 0]),
    drum(0.35, 1.4, 0.1, chrome(), [0, 1.4, 0]),
  );
  const arm = group(
    drum(3.4, 1.6, 0.3, metal('#26282b'), [0, 0, 0]),
    drum(1.5, 3.4, 0.3, chrome(), [0, 0, 0]),
    tube(
      [
        [0.4, 3.5, -3.6],
        [0, 3.5, 0],
        [-0.4, 3.4, 6],
        [-2.2, 3.2, 13],
        [-4.6, 2.9, 18.4],
      ],
      0.36,
      chrome(),
    ),
    put(drum(1.5, 2.6, 0.3, metal('#54575d'), [0, 0, 0], [Math.PI / 2, 0, 0]), [0.4, 3.5, -6]),
    put(box(1.8, 0.9, 3.6, 0.3, metal('#2b2d31')), [-5.2, 2.6, 19.8], [0.1, -0.4, 0]),
  );
  const feet = [-1, 1].flatMap((x) => [-1, 1].map((z) => drum(2.2, 2, 0.4, rubber('#1a1b1d'), [x * 17, 0, z * 13])));
  return group(
    feet,
    box(43, 4.4, 35, 0.8, timber('#6d4630', 0.035), [0, 4.2, 0]),
    put(group(platter, record), [-4.4, 6.4, 0]),
    put(arm, [16.4, 6.4, -11]),
    drum(1.6, 1.1, 0.2, metal('#c9ccd1'), [16.6, 6.3, 13]),
    drum(0.8, 0.7, 0.15, metal('#c9ccd1'), [-18.6, 6.3, 13.6]),
  );
}
