import * as THREE from 'three';
import { anodised, ball, box, chrome, disc, drum, extrude, fabric, felt, glass, gloss, glow, group, isDark, many, mesh, metal, outline, panel, pebble, plastic, plate, put, ring, roundedBox, rubber, shade, slab, timber, tube, turned } from '../parts.js';
import { label, painted, roundRect, text } from '../screens.js';

const rows65 = [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1], [1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5, 1], [1.75, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.25, 1],
  [2.25, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.75, 1, 1], [1.25, 1.25, 1.25, 6.25, 1, 1, 1, -0.25, 1, 1, 1]];
const rowsFull = [[1, -1, 1, 1, 1, 1, -0.5, 1, 1, 1, 1, -0.5, 1, 1, 1, 1, -0.25, 1, 1, 1, -0.25, -4], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, -0.25, 1, 1, 1, -0.25, 1, 1, 1, 1],
  [1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5, -0.25, 1, 1, 1, -0.25, 1, 1, 1, 1], [1.75, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.25, -3.5, 1, 1, 1, 1],
  [2.25, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.75, -1.25, 1, -1.25, 1, 1, 1, 1], [1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.25, 1.25, -0.25, 1, 1, 1, -0.25, 2, 1, 1]];
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
      const tone = accents.has(`${line}:${column}`) ? colors[2] : units > 1 || line === 0 && flat ? colors[1] : colors[0];
      const key = `${units} ${tone}`;
      if (units > 0) (kinds.get(key) ?? kinds.set(key, { units, tone, places: [] }).get(key)).places.push([x + wide / 2, -slope * (line - rows.length / 2) * 0.2, (line + 0.5) * unit - depth / 2]);
      x += wide;
    });
  });
  return group([...kinds.values()].map(({ units, tone, places }) =>
    many(flat ? roundedBox(units * unit - 0.22, height, unit - 0.22, 0.14) : capGeometry(units * unit - 0.1, unit - 0.1, height), plastic(tone, { roughness: flat ? 0.55 : 0.62 }), places)));
}

export function keyboard({ kind = '65', color, tones }) {
  const [rows, unit, w, d] = { 65: [rows65, 1.9, 31.6, 11.4], full: [rowsFull, 1.9, 44.6, 13.8], slim: [rowsSlim, 1.9, 29.6, 12.1] }[kind];
  const slim = kind === 'slim';
  const inner = slim ? [slab(w, d, 0.7, 1, anodised(color), [0, 0.25, 0], 0.2), put(caps(rows, unit, 0.34, tones, 0, true), [0, 1.02, 0])]
    : [slab(w, d + 0.8, 2, 1.1, anodised(color), [0, 0, 0], 0.35), slab(w - 1.2, d - 0.6, 0.2, 0.5, rubber(shade(color, -0.55)), [0, 1.86, 0]), put(caps(rows, unit, 1.05, tones, 0.35), [0, 2.55, 0])];
  const knob = kind === 'full' && put(group(drum(1.5, 1.5, 0.15, metal('#c9ccd1')), [...Array(36)].map((_, i) => box(0.1, 1.1, 0.1, 0.03, metal('#9da0a6'), [Math.cos(i / 5.73) * 1.5, 0.7, Math.sin(i / 5.73) * 1.5]))), [17.4, 2, -4.75]);
  const keys = group(inner, knob);
  keys.rotation.x = slim ? 0.05 : 0.085;
  return group(keys, [-1, 1].map((side) => box(2.4, slim ? 0.9 : 1.2, 1, 0.3, rubber('#222326'), [side * (w / 2 - 3), 0.3, -d / 2 + 1])));
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
  const line = (x, from, to) => tube([...Array(12)].map((_, i) => { const z = from + ((to - from) * i) / 11; return [x, topOf(z, game), z]; }), 0.055, rubber('#0e0f11'));
  const wheel = put(group(mesh(new THREE.CylinderGeometry(1.1, 1.1, 0.75, 48), rubber('#1b1c1f'), [0, 0, 0], [0, 0, Math.PI / 2]), mesh(new THREE.TorusGeometry(1.04, 0.14, 12, 64), metal(accent), [0, 0, 0], [0, Math.PI / 2, 0])), [0, topOf(3.1, game) - 0.56, 3.1]);
  return group(body, line(0, -0.2, 5.4), wheel, mesh(new THREE.CapsuleGeometry(0.5, 1.3, 8, 24), rubber('#121315'), [0, topOf(3.1, game) - 0.42, 3.1], [Math.PI / 2 + 0.16, 0, 0]),
    plate(0.9, 0.5, 0.3, 0.2, rubber('#17181a'), [0, topOf(0.6, game) + 0.02, 0.7], [-Math.PI / 2 + 0.1, 0, 0]), [1.3, -0.9].map((z) => put(pebble(0.5, 0.75, 2, 3, rubber(shade(color, -0.35)), [0, 0, 0]), [game ? -2.75 : -3.1, 2.1, z])));
}

function topOf(z, game) {
  const [half, tall, power] = [5.95, game ? 3.6 : 4.1, game ? 2.9 : 2.6];
  const y = tall * (1 - Math.min(Math.abs(z) / half, 1) ** power) ** (1 / power);
  const s = z / 6;
  return 0.42 + y * (game ? 1 - 0.1 * s - 0.16 * s * s : 1 - 0.3 * s - 0.22 * s * s) + 0.01;
}

function verticalMouse(color, accent) {
  const body = pebble(7.2, 13.6, 11.6, 2.5, plastic(color, { roughness: 0.55 }), [0, 0.5, 0], (point) => {
    if (point.y < 0) point.y *= 0.08;
    point.y *= 1 - 0.08 * (point.z / 5);
    point.x = point.x * (1.08 - point.y * 0.06) - point.y * 0.3;
  });
  const thumb = put(pebble(2.8, 1.2, 8.4, 2.4, rubber(shade(color, -0.25))), [-4.5, 1.1, 0.6]);
  body.updateMatrixWorld(true);
  const hit = new THREE.Raycaster(new THREE.Vector3(6, 9, 8), new THREE.Vector3(-0.62, -0.5, -0.6).normalize()).intersectObject(body)[0].point;
  const wheel = put(mesh(new THREE.TorusGeometry(0.8, 0.34, 20, 48), rubber(accent), [0, 0, 0], [0, Math.PI / 2, 0]), [hit.x - 0.3, hit.y - 0.25, hit.z - 0.3], [0, 0.3, -0.6]);
  return group(body, thumb, wheel, [0.6, -1.4].map((z) => put(pebble(0.5, 0.7, 1.6, 2.6, rubber('#101113')), [-4.35, 3.5, z])));
}

export function laptopStand({ color }) {
  const skin = anodised(color);
  const [w, d] = [24, 22];
  const arm = (side) => extrude(outline(16.4, 2.6, 0.6), 0.5, 0.12, skin, [side * (w / 2 - 2.4), 7, -2.2], [0, Math.PI / 2, 0]);
  const top = group(slab(w, d, 0.5, 2, skin), box(w - 8, 0.25, 5.5, 0.1, rubber('#1f2023'), [0, 0.5, -4]), box(w - 8, 0.25, 5.5, 0.1, rubber('#1f2023'), [0, 0.5, 5]), [-1, 1].map((side) => box(4, 1.9, 0.6, 0.28, skin, [side * 6.5, 0.9, d / 2 - 0.3])));
  const legs = [-1, 1].map((side) => put(group(arm(side)), [0, 0, 0]));
  legs.forEach((leg) => { leg.children[0].rotation.set(0, Math.PI / 2, 0); leg.rotation.set(-0.98, 0, 0); leg.position.set(0, 3.4, -3.4); });
  return group(slab(w, d * 0.92, 0.6, 2, skin), put(top, [0, 12.6, -0.4], [0.3, 0, 0]), legs, mesh(new THREE.CylinderGeometry(0.8, 0.8, w - 3, 40), metal('#6a6e75'), [0, 1.2, 6.4], [0, 0, Math.PI / 2]));
}

export function monitorArm({ color }) {
  const skin = anodised(color);
  const joint = (at, h = 5, r = 2.7) => group(drum(r, h, 0.35, skin, [at[0], at[1] - h / 2, at[2]]), drum(r * 0.62, 0.3, 0.1, metal('#8b8f96'), [at[0], at[1] + h / 2 - 0.1, at[2]]));
  const beam = (from, to, thick) => {
    const [a, b] = [new THREE.Vector3(...from), new THREE.Vector3(...to)];
    const result = group(box(thick, 4, a.distanceTo(b), 1.3, skin));
    result.position.copy(a).lerp(b, 0.5);
    result.lookAt(b);
    return result;
  };
  const clamp = group(slab(11, 9, 1, 1.4, skin, [0, 0, 0]), slab(9, 9, 1, 1.4, skin, [0, -7, 0]), box(1.2, 8, 9, 0.4, skin, [0, -3, -4.4]), drum(1.2, 4.4, 0.2, metal('#8b8f96'), [0, -6, 1]), drum(2.2, 0.8, 0.3, rubber('#1b1c1f'), [0, -2.2, 1]));
  return group(put(clamp, [-14, 7.5, 0]), drum(2, 15, 0.3, skin, [-14, 8, 0]), joint([-14, 22, 0], 5.4), beam([-14, 22, 0], [6, 22, 12], 3.4), joint([6, 23.4, 12], 8.4), beam([6, 25.8, 12], [16, 42, -4], 3.6), joint([16, 42, -4], 6, 2.5),
    put(group(box(3.2, 3.2, 6, 1, skin, [0, 0, 2]), plate(11.6, 11.6, 0.7, 0.8, skin, [0, 0, 6]), [-1, 1].flatMap((x) => [-1, 1].map((y) => disc(0.42, 0.3, 0.1, chrome(), [x * 4.4, y * 4.4, 6.45])))), [18, 42, -3], [0, 0.7, 0]));
}

export function deskMat({ color }) {
  return group(slab(90, 40, 0.35, 1.6, felt(color, [0.12, 0.12]), [0, 0.25, 0], 0.12), slab(89.4, 39.4, 0.25, 1.5, plastic('#b98a5a', { roughness: 0.9 })), box(2.6, 0.2, 1.4, 0.1, plastic('#9a6a42'), [42, 0.6, 17.6]));
}

// The mat with a corner rolled up, to show what it is made of.
export function matRoll({ color }) {
  const shape = new THREE.Shape();
  for (let i = 0; i <= 160; i++) { const turn = i / 9; const r = 2.2 + turn * 0.16; shape[i ? 'lineTo' : 'moveTo'](Math.cos(turn) * r, Math.sin(turn) * r); }
  for (let i = 160; i >= 0; i--) { const turn = i / 9; const r = 2.52 + turn * 0.16; shape.lineTo(Math.cos(turn) * r, Math.sin(turn) * r); }
  return group(extrude(shape, 40, 0, felt(color, [0.12, 0.12]), [0, 5.6, 0]), ring(5.42, 0.32, plastic('#9a6a42'), [0, 5.4, 8]), ring(5.42, 0.32, plastic('#9a6a42'), [0, 5.4, -8]));
}

export function lightBar() {
  const skin = anodised('#2b2d31');
  const bar = group(mesh(new THREE.CapsuleGeometry(1.1, 43, 16, 48), skin, [0, 0, 0], [0, 0, Math.PI / 2]), box(41, 0.3, 1.2, 0.12, glow('#fff0d2', 1.6), [0, -0.98, 0.4]), mesh(new THREE.CapsuleGeometry(1.5, 6, 12, 40), skin, [0, 0.1, -0.7], [0, 0, Math.PI / 2]));
  const screenTop = group(plate(52, 16, 1.6, 0.8, plastic('#232529'), [0, -8.6, -1.4]), plate(51.4, 15.4, 0.1, 0.6, glass({ roughness: 0.3 }), [0, -8.6, -0.56]), panel(50.4, 14.6, 0.1, painted(5, 1.5, (pen, W, H) => { const wash = pen.createLinearGradient(0, 0, W, H); wash.addColorStop(0, '#26325c'); wash.addColorStop(0.6, '#8d6fb5'); wash.addColorStop(1, '#f0a58a'); pen.fillStyle = wash; pen.fillRect(0, 0, W, H); }, 200), [0, -8.9, -0.48], { rough: 0.4 }));
  const counter = group(put(box(5, 7, 1.8, 0.7, skin, [0, -3.6, -3.4])));
  const dial = put(group(drum(3.2, 2.2, 0.4, anodised('#2f3136')), drum(2.4, 0.3, 0.1, plastic('#1b1c1f'), [0, 2.1, 0]), mesh(new THREE.TorusGeometry(2.75, 0.08, 10, 64), glow('#ffd9a0', 1.2), [0, 2.22, 0], [Math.PI / 2, 0, 0])), [19, 0, 12]);
  return group(put(group(bar, screenTop, counter), [0, 18, 0]), dial);
}

export function sleeve({ color }) {
  const cloth = felt(color, [0.12, 0.12]);
  const hide = plastic('#9c6338', { roughness: 0.62 });
  const front = group(plate(33.4, 24.2, 1.5, 1.6, cloth, [0, 0, 0], [0, 0, 0], 0.6), plate(33, 8.6, 0.35, 1.5, hide, [0, 7.9, 0.86], [0, 0, 0], 0.12), plate(5, 5.4, 0.3, 1.2, hide, [0, 3, 0.95], [0, 0, 0], 0.1), disc(0.5, 0.2, 0.08, metal('#c8a878'), [0, 1.6, 1.16]),
    panel(6, 1, 0.1, label('DESKFOLD', 6, 1, { color: '#3d2410', weight: 700, size: 0.5, alpha: 0.55 }), [12, -9.8, 0.77], { light: 0, rough: 0.8 }));
  return group(put(front, [0, 12, 0], [-0.2, 0, 0]));
}

export function hub({ color = '#7d8187' } = {}) {
  const hole = (w, h, x) => [plate(w, h, 0.1, 0.08, rubber('#0b0c0d'), [x, 0.8, 2.58]), plate(w * 0.7, h * 0.3, 0.12, 0.03, plastic('#3d6fd8'), [x, 0.72, 2.58])];
  return group(slab(11.8, 5.2, 1.5, 0.8, anodised(color), [0, 0.05, 0], 0.25), hole(1.4, 0.6, -4.2), hole(1.4, 0.6, -2.2), hole(1.4, 0.6, -0.2), plate(0.95, 0.35, 0.12, 0.17, rubber('#0b0c0d'), [1.8, 0.8, 2.58]), plate(2.5, 0.3, 0.12, 0.05, rubber('#0b0c0d'), [4, 0.8, 2.58]),
    plate(0.1, 0.7, 1.5, 0.05, rubber('#0b0c0d'), [5.9, 0.8, 0]), tube([[-5.8, 0.8, 0], [-8, 0.8, 0.4], [-11, 0.5, -2.4], [-9.6, 0.5, -6.4], [-4.6, 0.5, -6.4], [-1, 0.5, -6]], 0.3, rubber('#2a2c30')),
    put(group(box(2.4, 0.75, 1.2, 0.3, anodised(color)), box(0.9, 0.28, 0.86, 0.12, chrome(), [1.5, 0, 0])), [0.2, 0.5, -6], [0, 0, 0]), panel(3.4, 0.6, 0.02, label('DESKFOLD', 3.4, 0.6, { size: 0.6, weight: 700, alpha: 0.8 }), [3.6, 1.56, -1.4], { light: 0, turn: [-Math.PI / 2, 0, 0], rough: 0.5 }), disc(0.08, 0.1, 0.02, glow('#ffffff', 1.3), [-5.4, 0.8, 2.6]));
}

// Things that stand around in scenes.
export function plant() {
  const leaves = [];
  for (let i = 0; i < 22; i++) {
    const [turn, tilt, long] = [i * 2.4, 0.25 + ((i * 7) % 10) / 14, 5 + ((i * 13) % 7) * 0.6];
    const leaf = pebble(2.1, 0.14, long, 2.1, plastic(i % 3 ? '#5f8a5a' : '#7ba36b', { roughness: 0.6 }), [0, 0, long / 2], (point) => { point.y += -0.035 * (point.z + long / 2) ** 1.6 * 0.6; });
    leaves.push(put(group(leaf), [0, 8.5 + (i % 5) * 0.5, 0], [-Math.PI / 2 + tilt * 1.3, 0, 0]));
    leaves[i] = put(group(leaves[i]), [0, 0, 0], [0, turn, 0]);
  }
  return group(drum(4, 7.6, 0.5, plastic('#e9e3d8', { roughness: 0.8 }), [0, 0, 0], [0, 0, 0], 4.8), drum(4.3, 0.3, 0.1, rubber('#4a3626'), [0, 7.3, 0]), leaves);
}

export function mug(color = '#e07a5f') {
  return group(turned([[0.001, 0.1], [3.4, 0.1], [3.9, 0.5], [4, 1.4], [4, 8.6], [3.86, 8.8], [3.7, 8.6], [3.7, 2], [0.001, 1.4]], gloss(color, { roughness: 0.5, clearcoat: 0.5, side: THREE.DoubleSide })), mesh(new THREE.CylinderGeometry(3.68, 3.68, 0.1, 48), gloss('#2a1710'), [0, 7.6, 0]), ring(2.2, 0.45, gloss(color, { roughness: 0.5 }), [4.1, 4.6, 0], [0, 0, -Math.PI / 2], Math.PI));
}

export function books() {
  return group([['#d9b382', 20, 14, 2.2, 0.1], ['#47617a', 18, 13, 2.8, -0.12], ['#b85c4a', 17, 12, 1.9, 0.2]].map(([color, w, d, h, turn], i) => put(group(slab(w, d, h, 0.3, plastic(color, { roughness: 0.8 })), slab(w - 0.5, d - 0.2, h - 0.6, 0.1, rubber('#f2ecdf'), [0.35, 0.3, 0.3])), [0, [0, 2.2, 5][i], 0], [0, turn, 0])));
}

export function lamp(color = '#e9e3d8') {
  return group(drum(7, 1.2, 0.4, anodised(color)), tube([[0, 1, 0], [0, 14, 0], [0, 28, 0]], 0.55, metal('#c8a878')), tube([[0, 28, 0], [6, 33, 0], [15, 33, 0]], 0.5, metal('#c8a878')), ball(1, metal('#c8a878'), [0, 28, 0]),
    turned([[7, 0], [6.4, 3], [4, 6], [1.4, 7.4], [0.001, 7.6]], plastic(color, { side: THREE.DoubleSide }), [16, 27, 0]), ball(2.4, glow('#ffe7b8', 2), [16, 29, 0]));
}

