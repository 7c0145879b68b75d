import * as THREE from 'three';
import {
  anodised,
  box,
  chrome,
  disc,
  drum,
  fabric,
  felt,
  glow,
  group,
  isDark,
  mesh,
  metal,
  panel,
  pebble,
  plastic,
  plate,
  put,
  ring,
  rubber,
  shade,
  slab,
  tube,
} from '../parts.js';
import { label, painted, text } from '../screens.js';
import { phone, watch } from './phones.js';

const socketC = (at, turn = [0, 0, 0]) =>
  put(group(plate(0.95, 0.36, 0.1, 0.18, rubber('#0a0b0c')), plate(0.6, 0.1, 0.12, 0.05, metal('#6a6e75'))), at, turn);
const socketA = (at) =>
  put(group(plate(1.3, 0.56, 0.1, 0.06, rubber('#0a0b0c')), plate(0.95, 0.2, 0.12, 0.03, plastic('#e07a3c'), [0, 0.06, 0])), at);
const pins = (z, y = 0) => [-0.63, 0.63].map((x) => box(0.16, 0.66, 1.7, 0.05, chrome(), [x, y, z]));
const print = (words, w, h, at, color, turn) =>
  panel(w, h, 0.02, label(words, w, h, { color, weight: 700, size: 0.62, alpha: 0.8 }), at, { light: 0, rough: 0.5, turn });

export function cubeCharger({ color }) {
  const ink = isDark(color) ? '#e6e6e6' : '#3a3c40';
  return group(
    put(
      group(
        pebble(3.3, 3.4, 3, 6, plastic(color, { roughness: 0.4, clearcoat: 0.3 })),
        socketC([0, 0, 1.5]),
        pins(-2.1),
        print('30 W', 1.3, 0.45, [0, 1.705, 0.4], ink, [-Math.PI / 2, 0, 0]),
        print('IONBAY', 1.6, 0.36, [1.655, 0, 0], ink, [0, Math.PI / 2, 0]),
      ),
      [0, 1.7, 0],
    ),
  );
}

export function trioCharger({ color = '#efece6' } = {}) {
  const ink = '#3a3c40';
  return group(
    put(
      group(
        pebble(6.6, 6.6, 3.1, 6, plastic(color, { roughness: 0.4, clearcoat: 0.3 })),
        socketC([0, 1.7, 1.56]),
        socketC([0, 0.2, 1.56]),
        socketA([0, -1.5, 1.54]),
        print('100 W', 2, 0.6, [-2, 2.5, 1.57], ink),
        pins(-2.1, 1.2),
        disc(0.1, 0.1, 0.02, glow('#7dffb0', 1.5), [2.4, 2.5, 1.56]),
        print('IONBAY', 2.4, 0.5, [3.32, 0, 0], ink, [0, Math.PI / 2, 0]),
      ),
      [0, 3.3, 0],
    ),
  );
}

export function powerBank({ color }) {
  const view = painted(
    2,
    1,
    (pen, W, H) => {
      pen.fillStyle = '#08090b';
      pen.fillRect(0, 0, W, H);
      text(pen, '87 %', W / 2, H / 2, H * 0.56, { align: 'center', weight: 650 });
    },
    160,
  );
  const body = group(
    plate(6.8, 10.4, 1.6, 1.5, anodised(color), [0, 0, 0], [0, 0, 0], 0.55),
    plate(2.3, 1.25, 0.06, 0.3, rubber('#060708'), [1.5, 3.8, 0.79]),
    panel(2.1, 1.05, 0.2, view, [1.5, 3.8, 0.835]),
    print('10K', 2, 0.8, [-1.7, -3.9, 0.82], isDark(color) ? '#ffffff' : '#2b2d31'),
    socketC([1.6, 5.2, 0], [-Math.PI / 2, 0, 0]),
  );
  const loop = tube(
    [
      [-1.8, 5, 0],
      [-1.9, 6.8, 0],
      [-3.2, 8, 0.1],
      [-4.5, 6.6, 0.1],
      [-4.4, 3, 0],
      [-3.6, 1.4, 0],
    ],
    0.34,
    fabric(shade(color, -0.35), [20, 2]),
  );
  return group(put(group(body, loop), [0, 5.2, 0], [-0.16, 0, 0]));
}

export function puck({ color }) {
  return group(
    drum(4.6, 1.2, 0.35, anodised('#c9ccd1')),
    drum(4.3, 0.2, 0.08, felt(color, 0.4), [0, 1.12, 0]),
    ring(2.7, 0.05, plastic(shade(color, -0.15)), [0, 1.33, 0], [Math.PI / 2, 0, 0]),
    tube(
      [
        [4.4, 0.6, 0],
        [7, 0.5, 0.6],
        [10, 0.3, 3.6],
        [8, 0.3, 7.4],
        [2, 0.3, 7.8],
        [-4, 0.3, 7],
      ],
      0.26,
      fabric(color, [90, 2]),
    ),
    put(plugC(color), [-4.9, 0.42, 6.9], [0, 0.12, 0]),
  );
}

const plugC = (color) =>
  group(
    box(2.3, 0.72, 1.05, 0.32, anodised(shade(color, isDark(color) ? 0.1 : -0.12)), [0, 0, 0]),
    box(0.8, 0.27, 0.84, 0.13, chrome(), [-1.5, 0, 0]),
    mesh(new THREE.CapsuleGeometry(0.3, 0.8, 8, 20), rubber(shade(color, -0.2)), [1.4, 0, 0], [0, 0, Math.PI / 2]),
  );

export function cable({ color }) {
  const points = [];
  for (let i = 0; i <= 96; i++) {
    const [turn, r] = [(i / 96) * Math.PI * 7.4, 5.2 + Math.sin(i * 1.7) * 0.3];
    points.push([Math.cos(turn) * r, 0.35 + (i / 96) * 1.4 + Math.sin(i * 0.9) * 0.12, Math.sin(turn) * r]);
  }
  points.unshift([9.6, 0.4, 4.4], [7.2, 0.35, 3]);
  points.push([-5, 1.4, -5.6], [-8.2, 0.5, -1.4], [-8.4, 0.4, 3.4]);
  const knit = put(group(box(1.5, 2.6, 2.6, 0.5, fabric('#e07a3c', 3))), [0, 1.2, 5.2], [0, 0.1, 0]);
  return group(
    tube(points, 0.3, fabric(color, [300, 2])),
    put(plugC(color), [10.9, 0.45, 5.1], [0, Math.PI - 0.5, 0]),
    put(plugC(color), [-8.5, 0.45, 5], [0, Math.PI / 2, 0]),
    knit,
  );
}

export function chargingStand() {
  const skin = anodised('#4a4e55');
  const handset = put(phone({ w: 7.1, h: 14.9, color: '#efece6', palette: 'sand', seed: 9 }), [-2.6, 11.4, 1.3], [-0.22, 0, 0]);
  const timepiece = put(watch({ color: '#cfd2d6', band: '#d8c4a4' }), [6, 5.2, -0.6], [0, -0.25, 0]);
  return group(
    slab(15.4, 11, 1.2, 2.6, skin),
    slab(5, 5, 0.1, 1.6, felt('#6c7076', 0.4), [-2.6, 1.18, 2.8]),
    box(1.9, 12, 1, 0.45, skin, [-2.6, 6, -2.2], [-0.2, 0, 0]),
    put(drum(3, 0.8, 0.3, skin), [-2.6, 11.6, -0.1], [Math.PI / 2 - 0.22, 0, 0]),
    drum(0.9, 8, 0.3, skin, [6, 0.8, -3.6]),
    put(mesh(new THREE.CapsuleGeometry(1.1, 2.6, 12, 32), skin, [0, 0, 0], [Math.PI / 2, 0, 0]), [6, 8.2, -1.8]),
    handset,
    timepiece,
    put(pebble(5, 2.6, 4, 2.9, plastic('#efece6')), [-2.6, 2.5, 3]),
    disc(0.1, 0.1, 0.02, glow('#ffffff', 1.3), [5, 0.6, 5.5]),
  );
}

export function powerHub() {
  const skin = plastic('#efece6', { roughness: 0.42 });
  const outlet = (x) =>
    group(
      disc(1.75, 0.2, 0.05, plastic('#dcd8cf'), [x, 0.3, 3.3]),
      [-0.55, 0.55].map((dx) => plate(0.22, 0.8, 0.1, 0.05, rubber('#2a2b2e'), [x + dx, 0.6, 3.38])),
      disc(0.28, 0.1, 0.03, rubber('#2a2b2e'), [x, -0.5, 3.38]),
    );
  return group(
    put(
      group(
        pebble(26, 4.4, 6.6, 8, skin),
        [-10, -5.6, -1.2].map(outlet),
        socketC([3, 0.7, 3.32]),
        socketC([5, 0.7, 3.32]),
        socketC([7, 0.7, 3.32]),
        socketA([9.4, 0.7, 3.32]),
        print('65 W', 1.5, 0.5, [3, -0.6, 3.33], '#3a3c40'),
        disc(0.14, 0.1, 0.02, glow('#7dffb0', 1.5), [11.4, -0.9, 3.32]),
      ),
      [0, 2.4, 0],
    ),
    slab(20, 5.4, 0.4, 1.4, rubber('#2a2b2e')),
    tube(
      [
        [-12.8, 2.4, -1],
        [-16, 1.8, -1.6],
        [-19, 0.5, 2.4],
        [-16.6, 0.45, 8],
        [-6, 0.45, 8.4],
        [2, 0.45, 7.2],
      ],
      0.42,
      fabric('#d8d4cb', [90, 3]),
    ),
  );
}
