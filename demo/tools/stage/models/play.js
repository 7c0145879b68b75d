import * as THREE from 'three';
import {
  ball,
  box,
  chrome,
  disc,
  drum,
  fabric,
  felt,
  glass,
  gloss,
  glow,
  group,
  isDark,
  mesh,
  metal,
  outline,
  panel,
  pebble,
  plastic,
  plate,
  put,
  ring,
  rubber,
  shade,
  slab,
  turned,
} from '../parts.js';
import { gameScreen, label, landscape, painted } from '../screens.js';

const stick = (color, at) =>
  put(
    group(
      drum(1.25, 0.3, 0.1, rubber('#0c0d0f')),
      drum(0.55, 0.9, 0.1, rubber('#1a1b1e'), [0, 0.2, 0]),
      drum(0.95, 0.42, 0.18, rubber('#222427'), [0, 0.9, 0]),
      ring(0.82, 0.1, rubber(color), [0, 1.3, 0], [Math.PI / 2, 0, 0]),
    ),
    at,
  );
const buttons = (at, tones) =>
  tones.map((tone, i) =>
    drum(0.46, 0.5, 0.16, gloss(tone, { roughness: 0.35 }), [
      at[0] + Math.cos((i * Math.PI) / 2) * 1.12,
      at[1],
      at[2] - Math.sin((i * Math.PI) / 2) * 1.12,
    ]),
  );
const cross = (at) => put(group(box(2.5, 0.5, 0.85, 0.2, rubber('#17181b')), box(0.85, 0.5, 2.5, 0.2, rubber('#17181b'))), at);
const facing = (model, lean, height) => group(put(model, [0, height, 0], [lean, 0, 0]));

export function handheld({ color = '#2a2c31', palette = 'berry', accent = '#ff7a59' } = {}) {
  const body = pebble(28.6, 1.9, 11.4, 4.2, plastic(color, { roughness: 0.5 }), [0, 0, 0], (point) => {
    const grip = Math.max(0, Math.abs(point.x) - 8.6) / 5.7;
    point.z += grip * grip * 0.5;
    if (point.y < 0) point.y *= 1 + 1.4 * Math.sin(Math.min(grip, 1) * Math.PI * 0.7);
  });
  const front = group(
    slab(18.6, 10.6, 0.16, 0.7, glass(), [0, 0.86, 0]),
    panel(16.6, 9.6, 0.15, gameScreen(16.6, 9.6, palette), [0, 1.05, 0], { turn: [-Math.PI / 2, 0, 0] }),
    stick(accent, [-11.4, 0.8, -2.5]),
    stick(accent, [11.4, 0.8, 0.8]),
    cross([-11.4, 0.95, 0.9]),
    buttons([11.4, 0.75, -2.9], ['#e9e6df', '#e9e6df', '#e9e6df', accent]),
    [-1, 1].map((side) => slab(2.6, 2.6, 0.12, 0.5, plastic(shade(color, 0.12), { roughness: 0.35 }), [side * 11.2, 0.84, 3.6])),
    [-1, 1].map((side) => box(0.9, 0.3, 0.32, 0.14, rubber('#50545b'), [side * 9.9, 0.95, -4.4])),
    [-1, 1].map((side) => put(pebble(5.4, 1.2, 1.6, 3, rubber('#17181b')), [side * 10.6, 0, -5.3])),
  );
  return facing(group(body, front), 1.16, 6);
}

export function controller({ color, accent = '#ff7a59' }) {
  const dark = isDark(color);
  const shell = plastic(color, { roughness: 0.5 });
  const core = pebble(12.6, 4.6, 7.4, 3.2, shell);
  const grip = (side) => put(pebble(4.6, 4.4, 10, 2.4, shell), [side * 5.3, -0.5, 2.3], [0.28, side * 0.3, side * 0.1]);
  const face = put(slab(6.2, 5.2, 0.3, 1.7, plastic(dark ? shade(color, 0.1) : shade(color, -0.08), { roughness: 0.35 })), [0, 2.02, -0.6]);
  return facing(
    group(
      core,
      grip(1),
      grip(-1),
      face,
      stick(accent, [-2.6, 1.9, 1.5]),
      stick(accent, [2.6, 1.9, 1.5]),
      cross([-4.5, 2.1, -1.4]),
      buttons([4.5, 1.8, -1.4], dark ? ['#d9dce1', '#d9dce1', '#d9dce1', accent] : ['#34373d', '#34373d', '#34373d', accent]),
      drum(0.52, 0.4, 0.12, glow('#ffffff', 0.8), [0, 2.2, -1.9]),
      [-1.3, 1.3].map((x) => box(0.8, 0.3, 0.3, 0.12, rubber(dark ? '#0f1012' : '#5b5f66'), [x, 2.35, -0.8])),
      [-1, 1].map((side) =>
        put(pebble(4, 1.6, 2, 2.8, rubber(dark ? '#16171a' : shade(color, -0.25))), [side * 4.3, 1.2, -3.5], [0.2, 0, 0]),
      ),
    ),
    0.72,
    5.4,
  );
}

export function vrHeadset({ color = '#e9e6e0' } = {}) {
  const visor = pebble(18.4, 10, 8.4, 3, plastic(color, { roughness: 0.45 }), [0, 0, 0], (point) => {
    point.z -= 0.014 * point.x * point.x;
  });
  const front = pebble(16.8, 8.4, 4, 3.4, glass({ color: '#15171c' }), [0, 0, 2.6], (point) => {
    point.z -= 0.014 * point.x * point.x;
  });
  const eyes = [
    [-6, 2.2],
    [6, 2.2],
    [-6, -2.2],
    [6, -2.2],
  ].map(([x, y]) => disc(0.62, 0.3, 0.1, glass({ color: '#27365f' }), [x, y, 4.02]));
  const loop = new THREE.CatmullRomCurve3(
    [
      [-8.6, 0, -1],
      [-9.6, 0.4, -6],
      [-7.4, 1, -13],
      [0, 1.4, -16.5],
      [7.4, 1, -13],
      [9.6, 0.4, -6],
      [8.6, 0, -1],
    ].map((point) => new THREE.Vector3(...point)),
  );
  const band = mesh(
    new THREE.ExtrudeGeometry(outline(2.6, 0.5, 0.24), { steps: 90, extrudePath: loop, bevelEnabled: false, curveSegments: 8 }),
    fabric(shade(color, -0.3), 3),
  );
  const over = mesh(
    new THREE.ExtrudeGeometry(outline(0.45, 2.4, 0.2), {
      steps: 60,
      bevelEnabled: false,
      curveSegments: 8,
      extrudePath: new THREE.CatmullRomCurve3(
        [
          [0, 4.2, 0],
          [0, 9, -4.6],
          [0, 8.6, -11],
          [0, 3.4, -16],
        ].map((point) => new THREE.Vector3(...point)),
      ),
    }),
    fabric(shade(color, -0.3), 3),
  );
  const pack = put(pebble(10, 5, 3.4, 3.2, plastic(color)), [0, 1.2, -16.2]);
  const seal = pebble(16.6, 9, 6, 3.2, fabric('#2b2d31', 8), [0, 0, -2.8]);
  return group(put(group(visor, front, eyes, band, over, pack, seal), [0, 5.4, 4]));
}

function glassEye(r, at) {
  return put(
    group(
      disc(r, 0.5, 0.08, metal('#1b1c1f')),
      disc(r * 0.86, 0.2, 0.05, rubber('#0a0b0c'), [0, 0, 0.2]),
      ball(
        r * 0.78,
        new THREE.MeshPhysicalMaterial({
          color: '#10162b',
          roughness: 0.02,
          clearcoat: 1,
          clearcoatRoughness: 0,
          iridescence: 0.9,
          iridescenceIOR: 1.9,
          specularIntensity: 1,
        }),
        [0, 0, 0.1],
        [1, 1, 0.3],
      ),
      ball(r * 0.36, new THREE.MeshPhysicalMaterial({ color: '#2d1b4a', roughness: 0.05, clearcoat: 1 }), [0, 0, 0.26], [1, 1, 0.3]),
    ),
    at,
  );
}

// A lens along +z with rings that show what they do.
export function lens({ r = 3.2, length = 5.4, words = true } = {}) {
  const skin = metal('#303338', { roughness: 0.42 });
  const knurl = (z, radius, long, count = 90) =>
    [...Array(count)].map((_, i) => {
      const turn = (i / count) * Math.PI * 2;
      return box(0.11, 0.09, long, 0.03, rubber('#101113'), [Math.cos(turn) * radius, Math.sin(turn) * radius, z], [0, 0, turn]);
    });
  const marks =
    words &&
    [
      ['1.8', 0.9],
      ['2.8', 1.25],
      ['4', 1.55],
      ['5.6', 1.85],
      ['8', 2.2],
    ].map(([stop, turn]) =>
      put(
        group(
          panel(0.8, 0.42, 0.02, label(stop, 0.8, 0.42, { size: 0.85, weight: 650 }), [0, r * 1.002 + 0.015, 0], {
            light: 0,
            turn: [-Math.PI / 2, 0, 0],
            rough: 0.5,
          }),
        ),
        [0, 0, length * 0.2],
        [0, 0, turn - Math.PI / 2],
      ),
    );
  return group(
    disc(r * 0.98, length * 0.3, 0.1, skin, [0, 0, length * 0.16]),
    disc(r, length * 0.16, 0.08, metal('#34373c'), [0, 0, length * 0.28]),
    marks,
    disc(r, length * 0.32, 0.08, skin, [0, 0, length * 0.55]),
    knurl(length * 0.4, r + 0.02, length * 0.24),
    disc(r * 0.96, length * 0.36, 0.12, skin, [0, 0, length * 0.9]),
    ring(r * 0.97, 0.05, metal('#d95f43'), [0, 0, length * 0.6]),
    ring(r * 0.9, 0.12, metal('#3a3d43'), [0, 0, length * 1.09]),
    glassEye(r * 0.84, [0, 0, length * 1.05]),
  );
}

export const lensUpright = () => group(put(lens({ r: 3.2, length: 5.2 }), [0, 0, 0], [-Math.PI / 2, 0, 0]));
export const lensLying = () =>
  group(
    put(group(lens({ r: 3.2, length: 5.2 })), [0, 3.2, 0], [0, -0.3, 0]),
    put(
      group(
        turned(
          [
            [3.25, 0],
            [3.3, 0.3],
            [3.2, 0.9],
            [2.9, 1],
            [0.001, 1],
          ],
          plastic('#232529'),
        ),
      ),
      [6.2, 0, 3],
      [0, 0, 0],
    ),
  );

export function camera({ color, compact = false, withLens = true }) {
  const top = metal(color === '#1d1e21' ? '#33363b' : color, { roughness: 0.35 });
  const skin = rubber('#26282c', { roughness: 0.9, bumpMap: felt('#000').bumpMap, bumpScale: 3 });
  const [w, h, d] = compact ? [10.5, 5.9, 2.6] : [12.4, 7, 3.2];
  const dial = (x, r, t, z = -0.1) =>
    group(
      drum(r, t, 0.1, top, [x, h, z]),
      [...Array(40)].map((_, i) =>
        box(0.08, t * 0.7, 0.08, 0.02, metal('#6b6f76'), [x + Math.cos(i / 6.366) * r, h + t / 2, z + Math.sin(i / 6.366) * r]),
      ),
      disc(0.01, 0.01, 0.001, top, [x, h, z]),
    );
  const body = group(
    box(w, h * 0.72, d, 0.9, skin, [0, h * 0.42, 0]),
    box(w, h * 0.3, d + 0.06, 0.8, top, [0, h * 0.86, 0]),
    box(w, h * 0.14, d + 0.06, 0.5, top, [0, h * 0.08, 0]),
    !compact && box(1.7, h * 0.74, 1.6, 0.75, skin, [-w / 2 + 1.3, h * 0.42, d / 2]),
    dial(w / 2 - 1.9, 1.05, 0.7),
    dial(w / 2 - 4.2, 0.8, 0.55),
    drum(0.62, 0.5, 0.15, chrome(), [-w / 2 + 1.7, h, 0.5]),
    plate(1.9, 1, 0.15, 0.2, glass({ color: '#26304a' }), [compact ? w / 2 - 2.2 : -w / 2 + 3.6, h * 0.86, d / 2 + 0.02]),
    panel(
      2.8,
      0.5,
      0.02,
      label('LENSMOOR', 2.8, 0.5, { color: isDark(color) ? '#e6e6e6' : '#2a2b2e', weight: 700, size: 0.6 }),
      [compact ? -2.6 : 0.3, h * 0.86, d / 2 + 0.05],
      { light: 0, rough: 0.4 },
    ),
  );
  const hump =
    !compact && group(box(4.2, 1.5, d * 0.96, 0.5, top, [0.3, h + 0.3, 0]), box(2.2, 0.3, 2, 0.1, metal('#26282c'), [0.3, h + 1.15, -0.2]));
  const eye = withLens
    ? put(lens(compact ? { r: 2.2, length: 2.6, words: false } : { r: 3.05, length: 4.8 }), [compact ? 0 : 0.5, h * 0.45, d / 2])
    : put(
        group(
          ring(2.5, 0.32, chrome(), [0, 0, 0.1]),
          disc(2.4, 0.2, 0.05, rubber('#0a0a0b'), [0, 0, 0.05]),
          plate(
            3.3,
            2.2,
            0.1,
            0.1,
            new THREE.MeshPhysicalMaterial({ color: '#3a2b52', roughness: 0.05, iridescence: 1, iridescenceIOR: 2.1, metalness: 0.6 }),
            [0, 0, 0.12],
          ),
          disc(0.16, 0.1, 0.03, plastic('#d95f43'), [1.78, 1.78, 0.38]),
        ),
        [0.5, h * 0.45, d / 2],
      );
  const rear = group(
    plate(compact ? 7.4 : 8, 5, 0.4, 0.4, glass(), [-0.8, h * 0.44, -d / 2 - 0.12]),
    panel(
      compact ? 6.8 : 7.2,
      4.4,
      0.1,
      painted(7.2, 4.4, (pen, W, H) => landscape(pen, W, H, 'sand')),
      [-0.8 + 0, h * 0.44, -d / 2 - 0.34],
      { turn: [0, Math.PI, 0] },
    ),
    [0.72, 0.5, 0.3].map((y) => disc(0.4, 0.2, 0.06, rubber('#2b2d31'), [w / 2 - 1.2, h * y, -d / 2 - 0.02])),
    !compact && box(2.6, 1.6, 1, 0.4, rubber('#17181a'), [0.3, h + 0.2, -d / 2 - 0.2]),
  );
  const loops = !compact && [-1, 1].map((side) => ring(0.42, 0.09, chrome(), [side * (w / 2 + 0.2), h * 0.84, 0], [0, Math.PI / 2, 0]));
  return group(body, hump, eye, rear, loops);
}

export function actionCamera() {
  const body = box(6.8, 4.8, 3, 0.6, rubber('#2b2d32'), [0, 2.4, 0]);
  return group(
    body,
    [...Array(7)].map((_, i) => box(6.85, 0.12, 2.2, 0.05, rubber('#1d1e21'), [0, 0.6 + i * 0.6, 0])),
    plate(3, 3, 0.9, 0.5, metal('#17181b'), [1.5, 2.75, 1.6]),
    glassEye(1.15, [1.5, 2.75, 2.1]),
    plate(2.5, 2.5, 0.1, 0.3, glass(), [-1.7, 2.75, 1.5]),
    panel(
      2.1,
      2.1,
      0.2,
      painted(2.1, 2.1, (pen, W, H) => landscape(pen, W, H, 'lagoon')),
      [-1.7, 2.75, 1.57],
    ),
    box(1.4, 0.3, 1, 0.14, plastic('#e0533a'), [1.7, 4.85, 0]),
    [-0.5, 0.5].map((x) => box(0.5, 1.2, 1.6, 0.2, rubber('#1b1c1f'), [x, -0.5, 0])),
    disc(0.1, 0.1, 0.02, glow('#ff4d3a', 1.6), [-2.9, 4.3, 1.52]),
    slab(9, 9, 0.6, 2, rubber('#202226'), [0, -1.7, 0]),
    box(2, 0.9, 2, 0.3, rubber('#26282c'), [0, -1, 0]),
  );
}

export function instantCamera({ color }) {
  const shell = plastic(color, { roughness: 0.4, clearcoat: 0.3 });
  const photo = painted(6, 7.2, (pen, W, H) => {
    pen.fillStyle = '#fbfaf6';
    pen.fillRect(0, 0, W, H);
    pen.save();
    pen.translate(W * 0.08, H * 0.07);
    pen.beginPath();
    pen.rect(0, 0, W * 0.84, H * 0.7);
    pen.clip();
    landscape(pen, W * 0.84, H * 0.7, 'dusk');
    pen.restore();
  });
  return group(
    pebble(11.2, 10.2, 6, 4, shell, [0, 5.1, 0]),
    disc(3.6, 1.6, 0.3, plastic('#f2efe9'), [0, 4.9, 3.5]),
    disc(2.9, 1.4, 0.2, rubber('#1d1e21'), [0, 4.9, 4.1]),
    glassEye(2, [0, 4.9, 4.9]),
    plate(2.6, 1.6, 0.3, 0.4, glass({ color: '#20263a' }), [-3.1, 8.4, 2.86]),
    plate(3, 1.7, 0.3, 0.4, plastic('#f6f2e8', { roughness: 0.2 }), [3, 8.4, 2.86]),
    drum(0.8, 0.5, 0.2, plastic('#ee7159'), [-3.6, 9.9, 0]),
    box(7.6, 0.5, 0.9, 0.2, rubber('#151618'), [0, 10.1, 0]),
    put(
      group(plate(6, 7.2, 0.06, 0.15, plastic('#fbfaf6')), panel(6, 7.2, 0.15, photo, [0, 0, 0.05], { light: 0.9, rough: 0.4 })),
      [0, 12.4, 0],
      [-0.06, 0, 0],
    ),
    disc(0.5, 0.2, 0.05, glass(), [3.6, 5.6, 2.98]),
  );
}
