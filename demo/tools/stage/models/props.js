import * as THREE from 'three';
import { anodised, ball, drum, gloss, glow, group, mesh, metal, pebble, plastic, put, ring, rubber, slab, tube, turned } from '../parts.js';

// Things that stand around in scenes.
export function plant() {
  const leaves = [];
  for (let i = 0; i < 22; i++) {
    const [turn, tilt, long] = [i * 2.4, 0.25 + ((i * 7) % 10) / 14, 5 + ((i * 13) % 7) * 0.6];
    const leaf = pebble(2.1, 0.14, long, 2.1, plastic(i % 3 ? '#5f8a5a' : '#7ba36b', { roughness: 0.6 }), [0, 0, long / 2], (point) => {
      point.y += -0.035 * (point.z + long / 2) ** 1.6 * 0.6;
    });
    leaves.push(put(group(leaf), [0, 8.5 + (i % 5) * 0.5, 0], [-Math.PI / 2 + tilt * 1.3, 0, 0]));
    leaves[i] = put(group(leaves[i]), [0, 0, 0], [0, turn, 0]);
  }
  return group(
    drum(4, 7.6, 0.5, plastic('#e9e3d8', { roughness: 0.8 }), [0, 0, 0], [0, 0, 0], 4.8),
    drum(4.3, 0.3, 0.1, rubber('#4a3626'), [0, 7.5, 0]),
    leaves,
  );
}

export function mug(color = '#e07a5f') {
  return group(
    turned(
      [
        [0.001, 0.1],
        [3.4, 0.1],
        [3.9, 0.5],
        [4, 1.4],
        [4, 8.6],
        [3.86, 8.8],
        [3.7, 8.6],
        [3.7, 2],
        [0.001, 1.4],
      ],
      gloss(color, { roughness: 0.5, clearcoat: 0.5, side: THREE.DoubleSide }),
    ),
    mesh(new THREE.CylinderGeometry(3.68, 3.68, 0.1, 48), gloss('#2a1710'), [0, 7.6, 0]),
    ring(2.2, 0.45, gloss(color, { roughness: 0.5 }), [4.1, 4.6, 0], [0, 0, -Math.PI / 2], Math.PI),
  );
}

export function books() {
  return group(
    [
      ['#d9b382', 20, 14, 2.2, 0.1],
      ['#47617a', 18, 13, 2.8, -0.12],
      ['#b85c4a', 17, 12, 1.9, 0.2],
    ].map(([color, w, d, h, turn], i) =>
      put(
        group(
          slab(w, d, h, 0.3, plastic(color, { roughness: 0.8 })),
          slab(w - 0.5, d - 0.2, h - 0.6, 0.1, rubber('#f2ecdf'), [0.35, 0.3, 0.3]),
        ),
        [0, [0, 2.2, 5][i], 0],
        [0, turn, 0],
      ),
    ),
  );
}

export function lamp(color = '#e9e3d8') {
  return group(
    drum(7, 1.2, 0.4, anodised(color)),
    tube(
      [
        [0, 1, 0],
        [0, 14, 0],
        [0, 28, 0],
      ],
      0.55,
      metal('#c8a878'),
    ),
    tube(
      [
        [0, 28, 0],
        [6, 33, 0],
        [15, 33, 0],
      ],
      0.5,
      metal('#c8a878'),
    ),
    ball(1, metal('#c8a878'), [0, 28, 0]),
    turned(
      [
        [7, 0],
        [6.4, 3],
        [4, 6],
        [1.4, 7.4],
        [0.001, 7.6],
      ],
      plastic(color, { side: THREE.DoubleSide }),
      [16, 27, 0],
    ),
    ball(2.4, glow('#ffe7b8', 2), [16, 29, 0]),
  );
}
