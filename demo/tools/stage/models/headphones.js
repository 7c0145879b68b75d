import * as THREE from 'three';
import {
  anodised,
  box,
  disc,
  drum,
  fabric,
  group,
  isDark,
  mesh,
  metal,
  outline,
  pebble,
  plastic,
  put,
  rubber,
  shade,
  timber,
  tube,
  turned,
} from '../parts.js';

// One ear cup; its outer face looks along +x.
function cup({ r, color, pad, open, tall = 1.18, accent }) {
  const shell = plastic(color, { roughness: 0.42, clearcoat: 0.3 });
  const outer = open
    ? group(
        turned(
          [
            [r, 0],
            [r, 1.5],
            [r * 0.94, 1.75],
            [r * 0.84, 1.6],
          ],
          anodised(color),
          [0, 0, 0],
          [0, 0, -Math.PI / 2],
        ),
        disc(r * 0.86, 0.3, 0.05, rubber('#101113'), [0, 0, 0]),
        [...Array(7)].map((_, i) =>
          mesh(new THREE.TorusGeometry(r * (0.12 + i * 0.115), 0.075, 10, 64), metal('#8c9097'), [1.62, 0, 0], [0, Math.PI / 2, 0]),
        ),
        [0, 1, 2].map((i) => box(0.14, r * 1.7, 0.22, 0.06, metal('#8c9097'), [1.66, 0, 0], [(i * Math.PI) / 3, 0, 0])),
        mesh(new THREE.CylinderGeometry(r * 0.86, r * 0.86, 0.2, 64), rubber('#17181b'), [1.3, 0, 0], [0, 0, Math.PI / 2]),
      )
    : group(
        turned(
          [
            [r * 0.99, 0],
            [r, 0.7],
            [r * 0.97, 1.35],
            [r * 0.86, 1.9],
            [r * 0.6, 2.2],
            [r * 0.3, 2.3],
            [0.001, 2.32],
          ],
          shell,
          [0, 0, 0],
          [0, 0, -Math.PI / 2],
        ),
        mesh(new THREE.TorusGeometry(r * 0.985, 0.09, 12, 96), metal(accent), [0.5, 0, 0], [0, Math.PI / 2, 0]),
      );
  const cushion = mesh(new THREE.TorusGeometry(r * 0.74, r * 0.27, 32, 96), pad, [-0.75, 0, 0], [0, Math.PI / 2, 0]);
  cushion.scale.set(1, 1, 1.15);
  const inner = mesh(new THREE.CylinderGeometry(r * 0.6, r * 0.6, 0.3, 48), fabric('#1a1b1e', 4), [-0.1, 0, 0], [0, 0, Math.PI / 2]);
  const result = group(outer, cushion, inner);
  result.scale.set(1, tall, 1);
  return result;
}

// Over-ear headphones standing up: two cups, yokes and a padded band.
export function headphones({ color, accent = '#b9bcc2', padColor, open = false, r = 3.9, boom = false, band = 8.2, onEar = false }) {
  const size = onEar ? 3 : r;
  const tall = onEar ? 1 : 1.18;
  const pad = onEar
    ? rubber(padColor ?? shade(color, -0.3))
    : rubber(padColor ?? shade(color, isDark(color) ? -0.25 : -0.12), { roughness: 0.7 });
  const middle = size * tall + 0.2;
  const side = (sign) => {
    const holder = group(put(cup({ r: size, color, pad, open, tall, accent }), [0, 0, 0], [0, sign > 0 ? 0 : Math.PI, 0]));
    const arm = group(
      tube(
        [
          [0, -0.4, size * 0.98 + 0.25],
          [0, 1.6, size * 0.96 + 0.25],
          [0, size * tall * 0.86, size * 0.62],
          [0, size * tall + 0.55, 0],
          [0, size * tall * 0.86, -size * 0.62],
          [0, 1.6, -size * 0.96 - 0.25],
          [0, -0.4, -size * 0.98 - 0.25],
        ],
        0.3,
        metal(accent),
      ),
      mesh(new THREE.CapsuleGeometry(0.34, 3.4, 8, 24), metal(accent), [-sign * 0.02, size * tall + 2, 0], [0, 0, sign * 0.1]),
    );
    return put(group(holder, put(arm, [sign * 0.75, 0, 0])), [sign * (band - 0.35), middle, 0], [0, 0, -sign * 0.07]);
  };
  const top = middle + size * tall + 2.6;
  return group(side(1), side(-1), put(headband(band - 0.1, color, pad, onEar), [0, top, 0]), boom && microphone(band, middle));
}

function headband(reach, color, pad, thin) {
  const arch = (r, wide, thick, material, rise) => {
    const points = [];
    for (let i = 0; i <= 24; i++) {
      const turn = Math.PI - (i / 24) * Math.PI;
      points.push(new THREE.Vector3(Math.cos(turn) * r, Math.sin(turn) * rise, 0));
    }
    const section = outline(thick, wide, Math.min(thick, wide) / 2.05);
    const geometry = new THREE.ExtrudeGeometry(section, {
      steps: 72,
      bevelEnabled: false,
      curveSegments: 16,
      extrudePath: new THREE.CatmullRomCurve3(points),
    });
    return mesh(geometry, material);
  };
  const width = thin ? 1.9 : 2.9;
  return group(
    arch(reach, width, 0.75, plastic(color), reach * 0.72),
    put(arch(reach * 0.93, width * 0.92, 1.0, pad, reach * 0.66), [0, 0.35, 0]),
    [-1, 1].map((side) => pebble(1.5, 3.6, width * 1.12, 3, plastic(color), [side * (reach - 0.12), -0.3, 0])),
  );
}

function microphone(band, middle) {
  const x = band + 1.1;
  return group(
    tube(
      [
        [x, middle - 1, 1.5],
        [x + 0.4, middle - 2.6, 4],
        [x - 1.2, middle - 4.2, 7.6],
        [x - 4.4, middle - 4.9, 9.6],
      ],
      0.26,
      rubber('#1a1b1d'),
    ),
    mesh(new THREE.CapsuleGeometry(0.62, 1.3, 12, 32), fabric('#17181a', 5), [x - 5.2, middle - 5, 9.9], [0, 0.35, Math.PI / 2]),
    disc(1.1, 0.8, 0.2, metal('#5b5f66'), [x, middle - 1, 1.2]),
  );
}

// A stand that lifts headphones off the desk.
export const headphoneStand = (color = '#c9ccd1', height = 27) =>
  group(
    drum(6, 1, 0.35, anodised(color)),
    drum(0.75, height, 0.2, anodised(color), [0, 0.6, 0]),
    mesh(new THREE.CapsuleGeometry(1.3, 5.4, 12, 32), timber('#8a5a38', 0.2), [0, height + 0.4, 0], [Math.PI / 2, 0, 0]),
  );
