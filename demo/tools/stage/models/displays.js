import * as THREE from 'three';
import {
  anodised,
  box,
  disc,
  drum,
  felt,
  glass,
  glow,
  group,
  mesh,
  metal,
  panel,
  plastic,
  plate,
  put,
  rubber,
  shade,
  slab,
} from '../parts.js';
import { desktopScreen, gameScreen, label } from '../screens.js';

export function monitor({
  w,
  h,
  color = '#26282c',
  standColor = color,
  palette,
  seed = 5,
  window = 'photo',
  stand = 'column',
  brand = 'VISTRAND',
  lift = 12,
  chin = 0.4,
}) {
  const head = group(
    plate(w, h, 2, 0.9, plastic(color), [0, 0, -1.1], [0, 0, 0], 0.4),
    box(w * 0.6, h * 0.6, 2.4, 1.1, plastic(shade(color, 0.04)), [0, 0, -2.4]),
    plate(w - 0.4, h - 0.4, 0.1, 0.6, glass({ roughness: 0.25 }), [0, 0, -0.06], [0, 0, 0], 0.03),
    panel(w - 1.2, h - 1 - chin, 0.15, desktopScreen(w, h, palette, seed, window), [0, chin / 2, 0.02], { rough: 0.35 }),
    panel(5, 0.9, 0.05, label(brand, 5, 0.9, { color: '#c4c8ce', weight: 700, size: 0.55 }), [0, h * 0.19, -3.62], {
      light: 0,
      turn: [0, Math.PI, 0],
      rough: 0.4,
    }),
    disc(0.12, 0.08, 0.02, glow('#ffffff', 0.8), [w / 2 - 1.5, -h / 2 + 0.35, 0]),
  );
  const middle = h / 2 + lift;
  return group(put(head, [0, middle, 2], [-0.05, 0, 0]), ...standFor(stand, middle, standColor));
}

function standFor(kind, middle, color) {
  const skin = anodised(color);
  if (kind === 'blade') {
    return [
      plate(8.4, middle + 2, 1.3, 0.7, skin, [0, middle / 2 + 1, -2.8], [0, 0, 0], 0.35),
      slab(26, 20, 0.8, 2.2, skin, [0, 0, -1.6]),
      mesh(new THREE.CylinderGeometry(2.2, 2.2, 2, 48), skin, [0, middle, -2], [Math.PI / 2, 0, 0]),
      disc(1.5, 1.4, 0.1, rubber('#0a0a0b'), [0, middle * 0.42, -2.6]),
    ];
  }
  if (kind === 'fork') {
    const leg = (side) => put(box(1.5, 1.1, 25, 0.5, skin, [0, 0.55, 8]), [0, 0, -7], [0, side * 0.62, 0]);
    return [leg(1), leg(-1), box(4.4, middle + 2, 1.8, 0.8, skin, [0, middle / 2 + 1, -5.6]), box(4, 4, 4, 1, skin, [0, middle, -3.2])];
  }
  return [
    drum(1.9, middle + 2, 0.4, skin, [0, 0.4, -4]),
    drum(11.5, 1, 0.4, skin, [0, 0, -2.6]),
    box(5, 4, 3.6, 1, skin, [0, middle, -2.6]),
  ];
}

// A screen bent around the viewer, built from a grid.
export function curvedMonitor({ w = 81, h = 36, color = '#1f2125', palette = 'ember' }) {
  const radius = 150;
  const bend = (geometry, depth) => {
    const position = geometry.attributes.position;
    for (let i = 0; i < position.count; i++) {
      const [x, z] = [position.getX(i), position.getZ(i) + depth];
      const turn = x / radius;
      position.setX(i, Math.sin(turn) * (radius - z));
      position.setZ(i, radius - Math.cos(turn) * (radius - z));
    }
    geometry.computeVertexNormals();
    return geometry;
  };
  const back = mesh(bend(new THREE.BoxGeometry(w, h, 2.4, 64, 1, 1), -1.3), plastic(color));
  const bezel = mesh(bend(new THREE.BoxGeometry(w - 0.2, h - 0.2, 0.2, 64, 1, 1), 0), glass({ roughness: 0.3 }));
  const picture = panel(w, h, 0.01, gameScreen(w, h, palette), [0, 0, 0], { rough: 0.35 });
  const grid = new THREE.PlaneGeometry(w - 1.4, h - 1.6, 64, 1);
  picture.geometry = bend(grid, 0.14);
  const light = mesh(new THREE.TorusGeometry(6.4, 0.28, 16, 64), glow('#ff8a5c', 1), [0, 0, -3.4]);
  const middle = h / 2 + 11;
  return group(
    put(group(back, bezel, picture, light, disc(5.6, 3, 0.6, plastic(shade(color, 0.05)), [0, 0, -1.6])), [0, middle, 0]),
    ...standFor('fork', middle, '#2b2d32'),
  );
}

export function portableMonitor({ palette = 'lagoon' } = {}) {
  const [w, h] = [35.7, 22.9];
  const lean = 0.38;
  const face = group(
    plate(w, h, 0.7, 0.9, anodised('#4a4e55'), [0, h / 2, -0.35]),
    plate(w - 0.3, h - 0.3, 0.06, 0.8, glass(), [0, h / 2, 0.02]),
    panel(w - 1, h - 1.4, 0.3, desktopScreen(w, h, palette, 7, 'code'), [0, h / 2 + 0.1, 0.07]),
  );
  const cover = put(plate(w, 13.4, 0.35, 0.9, felt('#6c7076'), [0, 6.7, 0]), [0, 0, -9.9], [0.62, 0, 0]);
  return group(put(face, [0, 0.3, 0], [-lean, 0, 0]), cover, slab(w, 10.6, 0.35, 0.9, felt('#6c7076'), [0, 0, -4.8]));
}

export function webcam({ color = '#2a2c30' } = {}) {
  const eye = group(
    box(9.4, 4.2, 3.2, 2, anodised(color), [0, 0, 0]),
    disc(1.75, 0.5, 0.15, glass(), [0, 0, 1.75]),
    disc(1.15, 0.4, 0.1, metal('#3a3d43'), [0, 0, 1.9]),
    disc(0.85, 0.4, 0.2, glass({ color: '#1b2a4a' }), [0, 0, 2]),
    disc(0.1, 0.1, 0.02, glow('#7dffb0', 1.4), [3.2, 0, 1.64]),
    [-1, 1].map((side) => plate(0.9, 0.16, 0.1, 0.08, rubber('#0a0a0b'), [side * 3.3, -1, 1.62])),
  );
  return group(
    put(eye, [0, 7.4, 0], [-0.03, 0, 0]),
    drum(0.7, 2, 0.2, metal('#777b82'), [0, 3.6, 0]),
    slab(5.2, 5.6, 0.8, 1.2, anodised(color), [0, 3, 0]),
    put(slab(5.2, 5.4, 0.7, 1.2, anodised(color), [0, 0, 2.7]), [0, 3.3, -2.6], [0.72, 0, 0]),
  );
}
