import * as THREE from 'three';
import {
  anodised,
  ball,
  box,
  chrome,
  disc,
  drum,
  fabric,
  glass,
  gloss,
  glow,
  group,
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
  turned,
} from '../parts.js';
import { label, painted, roundRect, text } from '../screens.js';

export function router({ color = '#efece6' } = {}) {
  const blade = put(
    pebble(20.5, 17, 5.4, 4.5, plastic(color, { roughness: 0.4 }), [0, 0, 0], (point) => {
      point.x *= 1 - 0.012 * (point.y + 8);
    }),
    [0, 9.2, 0],
  );
  const face = put(pebble(17.4, 13.6, 1, 4.5, fabric(shade(color, -0.08), [24, 18])), [0, 9.4, 2.5]);
  const lights = [-2, -1, 0, 1, 2].map((x, i) => disc(0.15, 0.1, 0.03, glow(i < 4 ? '#6fe0a0' : '#ffffff', 1.2), [x * 0.9, 1.9, 2.72]));
  const sockets = [-6, -3.6, -1.2, 1.2, 3.6].map((x, i) =>
    group(
      plate(1.7, 1.4, 0.1, 0.1, rubber('#0b0c0d'), [x, 4, -2.72]),
      plate(1.9, 0.12, 0.1, 0.02, plastic(i ? '#c9a544' : '#3d6fd8'), [x, 5, -2.72]),
    ),
  );
  return group(
    slab(15, 7.6, 0.9, 2.4, plastic(shade(color, -0.06))),
    blade,
    face,
    lights,
    sockets,
    [...Array(9)].map((_, i) => box(0.6, 0.2, 2.2, 0.1, rubber('#3b3e44'), [-4.4 + i * 1.1, 17.62, 0])),
  );
}

export function meshUnits({ count = 3, color = '#efece6' }) {
  const unit = () =>
    group(
      drum(4.1, 0.9, 0.3, rubber('#3b3e44')),
      turned(
        [
          [4.2, 0.8],
          [4.75, 1.5],
          [4.8, 3],
          [4.6, 11.4],
          [4.3, 12.7],
          [3.6, 13.2],
          [0.001, 13.3],
        ],
        plastic(color, { roughness: 0.38, clearcoat: 0.3 }),
      ),
      ring(4.28, 0.1, glow('#bfe8ff', 1.1), [0, 1.05, 0], [Math.PI / 2, 0, 0]),
      mesh(new THREE.CylinderGeometry(2.6, 2.6, 0.1, 64), plastic(shade(color, -0.05)), [0, 13.28, 0]),
      plate(2.2, 0.5, 0.06, 0.1, plastic(shade(color, -0.2)), [0, 8, 4.66]),
    );
  const places =
    count === 2
      ? [
          [-5.6, 0],
          [5.6, 0],
        ]
      : [
          [-10.4, -2],
          [0, 3],
          [10.4, -2],
        ];
  return group(places.map(([x, z]) => put(unit(), [x, 0, z])));
}

export function networkSwitch() {
  const port = (x, i) =>
    group(
      plate(1.45, 1.25, 0.1, 0.08, rubber('#08090a'), [x, 1.35, 5.06]),
      box(0.9, 0.1, 0.1, 0.03, metal('#c9a544'), [x, 1.7, 5.04]),
      disc(0.1, 0.1, 0.02, glow(i % 3 === 2 ? '#ffb347' : '#6fe0a0', i === 5 ? 0.05 : 1.5), [x, 2.3, 5.06]),
    );
  return group(
    slab(15.8, 10.1, 2.6, 0.5, anodised('#33363c'), [0, 0.2, 0], 0.2),
    [...Array(8)].map((_, i) => port(-5.4 + i * 1.72, i)),
    disc(0.12, 0.1, 0.02, glow('#ffffff', 1.3), [-7.1, 1.5, 5.06]),
    [-1, 1].flatMap((x) => [-1, 1].map((z) => drum(0.7, 0.3, 0.1, rubber('#17181a'), [x * 6.4, 0, z * 3.8]))),
    panel(4.6, 0.8, 0.02, label('MESHWICK', 4.6, 0.8, { size: 0.55, weight: 700, alpha: 0.75 }), [-4.6, 2.82, 3], {
      light: 0,
      turn: [-Math.PI / 2, 0, 0],
      rough: 0.5,
    }),
    [...Array(11)].map((_, i) => box(0.2, 0.05, 4, 0.02, rubber('#101113'), [1.2 + i * 0.5, 2.82, -1.8])),
  );
}

export function hotspot() {
  const view = painted(6.4, 4.6, (pen, W, H) => {
    pen.fillStyle = '#0a1020';
    pen.fillRect(0, 0, W, H);
    text(pen, '5G', W * 0.1, H * 0.14, H * 0.13, { weight: 750, color: '#63d3c4' });
    text(pen, '82 %', W * 0.9, H * 0.14, H * 0.1, { align: 'right', alpha: 0.9 });
    text(pen, '14.2 GB', W * 0.1, H * 0.46, H * 0.24, { weight: 700 });
    text(pen, 'of 40 GB used', W * 0.1, H * 0.65, H * 0.1, { alpha: 0.75 });
    roundRect(pen, W * 0.1, H * 0.8, W * 0.8, H * 0.06, H, '#22304e');
    roundRect(pen, W * 0.1, H * 0.8, W * 0.29, H * 0.06, H, '#63d3c4');
  });
  return group(
    put(
      group(
        plate(7.6, 11, 1.6, 1.5, plastic('#2b2f3a'), [0, 0, 0], [0, 0, 0], 0.5),
        plate(7, 10.4, 0.1, 1.2, glass(), [0, 0, 0.8]),
        panel(6.4, 4.6, 0.3, view, [0, 2.3, 0.88]),
        disc(0.6, 0.16, 0.06, metal('#50545b'), [0, -3.6, 0.82]),
      ),
      [0, 5.5, 0],
      [-0.16, 0, 0],
    ),
  );
}

export function bulb({ on = '#ffd9a0' } = {}) {
  const thread = [...Array(6)].map((_, i) => ring(1.3, 0.17, metal('#c9ccd1'), [0, 0.9 + i * 0.36, 0], [Math.PI / 2, 0, 0]));
  return group(
    drum(0.7, 0.6, 0.2, metal('#8b8f96')),
    drum(1.28, 2.4, 0.2, metal('#b9bcc1'), [0, 0.5, 0]),
    thread,
    turned(
      [
        [1.45, 2.9],
        [1.7, 3.4],
        [2.3, 5],
        [2.85, 6.4],
      ],
      plastic('#f3f1ec'),
    ),
    turned(
      [
        [2.86, 6.4],
        [3.02, 7.4],
        [2.95, 8.6],
        [2.5, 9.9],
        [1.7, 10.8],
        [0.8, 11.2],
        [0.001, 11.3],
      ],
      new THREE.MeshPhysicalMaterial({ color: '#fffaf0', emissive: on, emissiveIntensity: 0.75, roughness: 0.35, clearcoat: 0.6 }),
    ),
  );
}

export const bulbs = (count) =>
  count === 1
    ? group(put(bulb(), [0, 0, 0]))
    : group(
        [
          ['#ffd9a0', -9.6, 0],
          ['#ff9f7a', -3.2, 2.4],
          ['#9ecbff', 3.2, 0.4],
          ['#c9b6ff', 9.6, 2],
        ].map(([on, x, z]) => put(bulb({ on }), [x, 0, z])),
      );

export function thermostat({ color }) {
  const view = painted(
    6,
    6,
    (pen, W) => {
      const c = W / 2;
      pen.fillStyle = '#0a0c10';
      pen.fillRect(0, 0, W, W);
      for (let i = 0; i <= 60; i++) {
        const turn = Math.PI * (0.75 + (i / 60) * 1.5);
        pen.strokeStyle = i < 38 ? `hsl(${28 - i * 0.4} 95% 60%)` : '#394050';
        pen.lineWidth = W * 0.011;
        pen.lineCap = 'round';
        pen.beginPath();
        pen.moveTo(c + Math.cos(turn) * W * 0.45, c + Math.sin(turn) * W * 0.45);
        pen.lineTo(c + Math.cos(turn) * W * (i === 38 ? 0.36 : 0.4), c + Math.sin(turn) * W * (i === 38 ? 0.36 : 0.4));
        pen.stroke();
      }
      text(pen, '70°', c + W * 0.03, c, W * 0.26, { align: 'center', weight: 600 });
      text(pen, 'HEATING', c, W * 0.33, W * 0.055, { align: 'center', color: '#ff9a6a', weight: 700 });
      text(pen, 'Inside 68°   40 %', c, W * 0.7, W * 0.055, { align: 'center', alpha: 0.75 });
    },
    150,
  );
  const wall = plate(15, 15, 1.2, 1.6, plastic('#f1eee8', { roughness: 0.8 }), [0, 0, -1.6], [0, 0, 0], 0.3);
  return group(
    put(
      group(
        wall,
        disc(4.3, 2.4, 0.3, metal(color, { roughness: 0.28 }), [0, 0, 0.6]),
        [...Array(120)].map((_, i) =>
          box(
            0.06,
            0.12,
            1.5,
            0.02,
            metal(shade(color, -0.25)),
            [Math.cos(i / 19.1) * 4.3, Math.sin(i / 19.1) * 4.3, 0.6],
            [0, 0, i / 19.1],
          ),
        ),
        disc(3.9, 0.2, 0.1, glass(), [0, 0, 1.9]),
        panel(6.8, 6.8, 3.4, view, [0, 0, 2.02]),
      ),
      [0, 7.5, 0],
      [-0.1, 0, 0],
    ),
  );
}

export function doorbell() {
  const board = plate(15, 20, 1.4, 0.6, plastic('#7f98a8', { roughness: 0.8 }), [0, 0, -1.8], [0, 0, 0], 0.2);
  return group(
    put(
      group(
        board,
        plate(4.6, 13.4, 2.2, 2.2, gloss('#1b1d21', { roughness: 0.3 }), [0, 0, 0], [0, 0, 0], 0.5),
        plate(4.1, 12.9, 0.1, 2, glass(), [0, 0, 1.08]),
        disc(1.35, 0.4, 0.1, metal('#2b2d31'), [0, 3.9, 1.2]),
        disc(0.95, 0.4, 0.15, glass({ color: '#1b2a52' }), [0, 3.9, 1.3]),
        disc(0.4, 0.4, 0.1, glass({ color: '#4a63b0' }), [0, 3.9, 1.34]),
        disc(1.55, 0.4, 0.15, metal('#d5d7da'), [0, -3.9, 1.14]),
        ring(1.62, 0.09, glow('#9fd6ff', 1.5), [0, -3.9, 1.26]),
        [-0.8, 0, 0.8].map((x) => disc(0.13, 0.1, 0.02, rubber('#000000'), [x, 0.4, 1.14])),
      ),
      [0, 10, 0],
      [-0.06, 0, 0],
    ),
  );
}

export function indoorCamera({ color }) {
  return group(
    drum(3, 1, 0.4, plastic(color)),
    turned(
      [
        [2.4, 0.9],
        [2, 1.4],
        [1.5, 2.4],
        [1.4, 3.4],
        [2, 4.2],
      ],
      plastic(color),
    ),
    ball(3, plastic(color, { roughness: 0.4 }), [0, 6.6, 0]),
    put(
      group(
        disc(2.3, 0.5, 0.2, gloss('#17181b')),
        disc(1.25, 0.3, 0.1, metal('#33363c'), [0, 0, 0.25]),
        disc(0.9, 0.3, 0.15, glass({ color: '#1b2a52' }), [0, 0, 0.35]),
        disc(0.12, 0.1, 0.02, glow('#7dffb0', 1.6), [1.5, 0.9, 0.26]),
        ring(2.25, 0.09, metal('#b9bcc1'), [0, 0, 0.2]),
      ),
      [0, 6.6, 2.8],
    ),
  );
}

export function smartPlug() {
  const shell = plastic('#f1eee8', { roughness: 0.36, clearcoat: 0.3 });
  return group(
    put(
      group(
        pebble(5.4, 4, 4, 4.4, shell),
        [-0.45, 0.45].map((x) => plate(0.22, 0.85, 0.2, 0.06, rubber('#2a2b2e'), [x * 1.4, 0.4, 2])),
        disc(0.3, 0.2, 0.04, rubber('#2a2b2e'), [0, -0.6, 1.98]),
        disc(0.16, 0.1, 0.03, glow('#7dffb0', 1.6), [1.95, 1.05, 1.95]),
        [-0.65, 0.65].map((x) => box(0.18, 0.7, 1.7, 0.05, chrome(), [x, 0.3, -2.6])),
        mesh(new THREE.CapsuleGeometry(0.24, 1.2, 8, 20), chrome(), [0, -0.7, -2.4], [Math.PI / 2, 0, 0]),
      ),
      [0, 2, 0],
      [0, 0, 0],
    ),
  );
}

export function airSensor() {
  const view = painted(5.4, 5.4, (pen, W) => {
    pen.fillStyle = '#e4e3dc';
    pen.fillRect(0, 0, W, W);
    text(pen, 'CO₂', W * 0.12, W * 0.17, W * 0.1, { color: '#33352f', weight: 650 });
    text(pen, '612', W * 0.1, W * 0.45, W * 0.36, { color: '#1d1f1a', weight: 700 });
    text(pen, 'ppm', W * 0.12, W * 0.68, W * 0.09, { color: '#33352f' });
    text(pen, '21.4°   44 %', W * 0.12, W * 0.86, W * 0.1, { color: '#33352f', weight: 600 });
    text(pen, '↓', W * 0.84, W * 0.66, W * 0.2, { color: '#33352f', weight: 600, align: 'center' });
  });
  const slots = [...Array(14)].map((_, i) => box(0.14, 0.2, 1.3, 0.06, rubber('#4d5a4a'), [-3 + i * 0.46, 4.18, 0]));
  return group(
    put(
      group(
        pebble(8.4, 8.4, 2.6, 5, plastic('#9db097', { roughness: 0.5 })),
        plate(6.2, 6.2, 0.3, 0.7, plastic('#dcdad2', { roughness: 0.7 }), [0, 0, 1.2]),
        panel(5.6, 5.6, 0.3, view, [0, 0, 1.37], { light: 0.78, rough: 0.7 }),
        slots,
      ),
      [0, 4.2, 0],
      [-0.12, 0, 0],
    ),
  );
}
