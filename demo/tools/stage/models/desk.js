import * as THREE from 'three';
import {
  anodised,
  box,
  chrome,
  disc,
  drum,
  extrude,
  felt,
  glass,
  glow,
  group,
  mesh,
  metal,
  outline,
  panel,
  plastic,
  plate,
  put,
  ring,
  rubber,
  slab,
  tube,
} from '../parts.js';
import { label, painted } from '../screens.js';

export function laptopStand({ color }) {
  const skin = anodised(color);
  const [w, d] = [24, 22];
  const arm = (side) => extrude(outline(16.4, 2.6, 0.6), 0.5, 0.12, skin, [side * (w / 2 - 2.4), 7, -2.2], [0, Math.PI / 2, 0]);
  const top = group(
    slab(w, d, 0.5, 2, skin),
    box(w - 8, 0.25, 5.5, 0.1, rubber('#1f2023'), [0, 0.5, -4]),
    box(w - 8, 0.25, 5.5, 0.1, rubber('#1f2023'), [0, 0.5, 5]),
    [-1, 1].map((side) => box(4, 1.9, 0.6, 0.28, skin, [side * 6.5, 0.9, d / 2 - 0.3])),
  );
  const legs = [-1, 1].map((side) => put(group(arm(side)), [0, 0, 0]));
  legs.forEach((leg) => {
    leg.children[0].rotation.set(0, Math.PI / 2, 0);
    leg.rotation.set(-0.98, 0, 0);
    leg.position.set(0, 3.4, -3.4);
  });
  return group(
    slab(w, d * 0.92, 0.6, 2, skin),
    put(top, [0, 12.6, -0.4], [0.3, 0, 0]),
    legs,
    mesh(new THREE.CylinderGeometry(0.8, 0.8, w - 3, 40), metal('#6a6e75'), [0, 1.2, 6.4], [0, 0, Math.PI / 2]),
  );
}

export function monitorArm({ color }) {
  const skin = anodised(color);
  const joint = (at, h = 5, r = 2.7) =>
    group(
      drum(r, h, 0.35, skin, [at[0], at[1] - h / 2, at[2]]),
      drum(r * 0.62, 0.3, 0.1, metal('#8b8f96'), [at[0], at[1] + h / 2 - 0.1, at[2]]),
    );
  const beam = (from, to, thick) => {
    const [a, b] = [new THREE.Vector3(...from), new THREE.Vector3(...to)];
    const result = group(box(thick, 4, a.distanceTo(b), 1.3, skin));
    result.position.copy(a).lerp(b, 0.5);
    result.lookAt(b);
    return result;
  };
  const clamp = group(
    slab(11, 9, 1, 1.4, skin, [0, 0, 0]),
    slab(9, 9, 1, 1.4, skin, [0, -7, 0]),
    box(1.2, 8, 9, 0.4, skin, [0, -3, -4.4]),
    drum(1.2, 4.4, 0.2, metal('#8b8f96'), [0, -6, 1]),
    drum(2.2, 0.8, 0.3, rubber('#1b1c1f'), [0, -2.2, 1]),
  );
  return group(
    put(clamp, [-14, 7.5, 0]),
    drum(2, 15, 0.3, skin, [-14, 8, 0]),
    joint([-14, 22, 0], 5.4),
    beam([-14, 22, 0], [6, 22, 12], 3.4),
    joint([6, 23.4, 12], 8.4),
    beam([6, 25.8, 12], [16, 42, -4], 3.6),
    joint([16, 42, -4], 6, 2.5),
    put(
      group(
        box(3.2, 3.2, 6, 1, skin, [0, 0, 2]),
        plate(11.6, 11.6, 0.7, 0.8, skin, [0, 0, 6]),
        [-1, 1].flatMap((x) => [-1, 1].map((y) => disc(0.42, 0.3, 0.1, chrome(), [x * 4.4, y * 4.4, 6.45]))),
      ),
      [18, 42, -3],
      [0, 0.7, 0],
    ),
  );
}

export function deskMat({ color }) {
  return group(
    slab(90, 40, 0.35, 1.6, felt(color, [0.12, 0.12]), [0, 0.25, 0], 0.12),
    slab(89.4, 39.4, 0.25, 1.5, plastic('#b98a5a', { roughness: 0.9 })),
    box(2.6, 0.2, 1.4, 0.1, plastic('#9a6a42'), [42, 0.6, 17.6]),
  );
}

// The mat with a corner rolled up, to show what it is made of.
export function matRoll({ color }) {
  const shape = new THREE.Shape();
  for (let i = 0; i <= 160; i++) {
    const turn = i / 9;
    const r = 2.2 + turn * 0.16;
    shape[i ? 'lineTo' : 'moveTo'](Math.cos(turn) * r, Math.sin(turn) * r);
  }
  for (let i = 160; i >= 0; i--) {
    const turn = i / 9;
    const r = 2.52 + turn * 0.16;
    shape.lineTo(Math.cos(turn) * r, Math.sin(turn) * r);
  }
  return group(
    extrude(shape, 40, 0, felt(color, [0.12, 0.12]), [0, 5.6, 0]),
    ring(5.42, 0.32, plastic('#9a6a42'), [0, 5.4, 8]),
    ring(5.42, 0.32, plastic('#9a6a42'), [0, 5.4, -8]),
  );
}

export function lightBar() {
  const skin = anodised('#2b2d31');
  const bar = group(
    mesh(new THREE.CapsuleGeometry(1.1, 43, 16, 48), skin, [0, 0, 0], [0, 0, Math.PI / 2]),
    box(41, 0.3, 1.2, 0.12, glow('#fff0d2', 1.6), [0, -0.98, 0.4]),
    mesh(new THREE.CapsuleGeometry(1.5, 6, 12, 40), skin, [0, 0.1, -0.7], [0, 0, Math.PI / 2]),
  );
  const screenTop = group(
    plate(52, 16, 1.6, 0.8, plastic('#232529'), [0, -8.6, -1.4]),
    plate(51.4, 15.4, 0.1, 0.6, glass({ roughness: 0.3 }), [0, -8.6, -0.56]),
    panel(
      50.4,
      14.6,
      0.1,
      painted(
        5,
        1.5,
        (pen, W, H) => {
          const wash = pen.createLinearGradient(0, 0, W, H);
          wash.addColorStop(0, '#26325c');
          wash.addColorStop(0.6, '#8d6fb5');
          wash.addColorStop(1, '#f0a58a');
          pen.fillStyle = wash;
          pen.fillRect(0, 0, W, H);
        },
        200,
      ),
      [0, -8.9, -0.48],
      { rough: 0.4 },
    ),
  );
  const counter = group(put(box(5, 7, 1.8, 0.7, skin, [0, -3.6, -3.4])));
  const dial = put(
    group(
      drum(3.2, 2.2, 0.4, anodised('#2f3136')),
      drum(2.4, 0.3, 0.1, plastic('#1b1c1f'), [0, 2.1, 0]),
      mesh(new THREE.TorusGeometry(2.75, 0.08, 10, 64), glow('#ffd9a0', 1.2), [0, 2.22, 0], [Math.PI / 2, 0, 0]),
    ),
    [19, 0, 12],
  );
  return group(put(group(bar, screenTop, counter), [0, 18, 0]), dial);
}

export function sleeve({ color }) {
  const cloth = felt(color, [0.12, 0.12]);
  const hide = plastic('#9c6338', { roughness: 0.62 });
  const front = group(
    plate(33.4, 24.2, 1.5, 1.6, cloth, [0, 0, 0], [0, 0, 0], 0.6),
    plate(33, 8.6, 0.35, 1.5, hide, [0, 7.9, 0.86], [0, 0, 0], 0.12),
    plate(5, 5.4, 0.3, 1.2, hide, [0, 3, 0.95], [0, 0, 0], 0.1),
    disc(0.5, 0.2, 0.08, metal('#c8a878'), [0, 1.6, 1.16]),
    panel(6, 1, 0.1, label('DESKFOLD', 6, 1, { color: '#3d2410', weight: 700, size: 0.5, alpha: 0.55 }), [12, -9.8, 0.77], {
      light: 0,
      rough: 0.8,
    }),
  );
  return group(put(front, [0, 12, 0], [-0.2, 0, 0]));
}

export function hub({ color = '#7d8187' } = {}) {
  const hole = (w, h, x) => [
    plate(w, h, 0.1, 0.08, rubber('#0b0c0d'), [x, 0.8, 2.58]),
    plate(w * 0.7, h * 0.3, 0.12, 0.03, plastic('#3d6fd8'), [x, 0.72, 2.58]),
  ];
  return group(
    slab(11.8, 5.2, 1.5, 0.8, anodised(color), [0, 0.05, 0], 0.25),
    hole(1.4, 0.6, -4.2),
    hole(1.4, 0.6, -2.2),
    hole(1.4, 0.6, -0.2),
    plate(0.95, 0.35, 0.12, 0.17, rubber('#0b0c0d'), [1.8, 0.8, 2.58]),
    plate(2.5, 0.3, 0.12, 0.05, rubber('#0b0c0d'), [4, 0.8, 2.58]),
    plate(0.1, 0.7, 1.5, 0.05, rubber('#0b0c0d'), [5.9, 0.8, 0]),
    tube(
      [
        [-5.8, 0.8, 0],
        [-8, 0.8, 0.4],
        [-11, 0.5, -2.4],
        [-9.6, 0.5, -6.4],
        [-4.6, 0.5, -6.4],
        [-1, 0.5, -6],
      ],
      0.3,
      rubber('#2a2c30'),
    ),
    put(group(box(2.4, 0.75, 1.2, 0.3, anodised(color)), box(0.9, 0.28, 0.86, 0.12, chrome(), [1.5, 0, 0])), [0.2, 0.5, -6], [0, 0, 0]),
    panel(3.4, 0.6, 0.02, label('DESKFOLD', 3.4, 0.6, { size: 0.6, weight: 700, alpha: 0.8 }), [3.6, 1.56, -1.4], {
      light: 0,
      turn: [-Math.PI / 2, 0, 0],
      rough: 0.5,
    }),
    disc(0.08, 0.1, 0.02, glow('#ffffff', 1.3), [-5.4, 0.8, 2.6]),
  );
}
