import {
  anodised,
  box,
  chrome,
  disc,
  fabric,
  glow,
  group,
  isDark,
  metal,
  panel,
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

export function portableSsd({ color, flat = false }) {
  const body = group(
    plate(5.8, 9.8, 1.1, 1.2, rubber(color, { roughness: 0.6 }), [0, 0, 0], [0, 0, 0], 0.4),
    plate(4.4, 8.4, 0.1, 0.7, anodised(isDark(color) ? '#55595f' : '#34373c'), [0, 0, 0.53]),
    [...Array(9)].map((_, i) => box(3.4, 0.09, 0.06, 0.03, rubber(shade(color, -0.4)), [0, -2.9 + i * 0.26, 0.59])),
    panel(3.4, 0.7, 0.02, label('GRANARY', 3.4, 0.7, { size: 0.55, weight: 700, alpha: 0.85 }), [0, 2.9, 0.6], { light: 0, rough: 0.5 }),
    plate(0.95, 0.4, 0.12, 0.18, rubber('#0b0c0d'), [0, -4.88, 0], [Math.PI / 2, 0, 0]),
    disc(0.09, 0.1, 0.02, glow('#8fd0ff', 1.6), [2, 3.9, 0.55]),
  );
  return flat ? group(put(body, [0, 0.55, 0], [-Math.PI / 2, 0, 0])) : group(put(body, [0, 4.9, 0], [-0.2, 0, 0]));
}

export const ssdWithCable = ({ color }) =>
  group(
    put(portableSsd({ color, flat: true }), [0, 0, 0], [0, 0.5, 0]),
    cablePath(shade(color, -0.3), [
      [2.6, 0.55, 4.5],
      [4.6, 0.4, 8],
      [9, 0.3, 8.4],
      [11, 0.3, 4],
      [9.4, 0.3, -1],
      [12, 0.3, -5],
    ]),
  );

const cablePath = (color, points) => tube(points, 0.24, fabric(color, [80, 2]));

export function nvme() {
  const chip = (x, w, d) =>
    group(
      slab(w, d, 0.14, 0.04, plastic('#17181a', { roughness: 0.55 }), [x, 0.16, 0]),
      panel(w * 0.8, 0.4, 0.01, label('GRN 4096', w * 0.8, 0.4, { size: 0.6, alpha: 0.5 }), [x, 0.315, 0], {
        light: 0,
        turn: [-Math.PI / 2, 0, 0],
        rough: 0.6,
      }),
    );
  const pads = [...Array(28)]
    .map((_, i) => (i > 20 && i < 24 ? null : slab(0.05, 0.4, 0.02, 0.01, metal('#e0b64f'), [0, 0, 0], 0.004)))
    .map((pad, i) => pad && put(group(pad), [-3.78, 0.15, -0.95 + i * 0.07], [0, Math.PI / 2, 0]));
  const art = painted(4, 1.7, (pen, W, H) => {
    const wash = pen.createLinearGradient(0, 0, W, 0);
    wash.addColorStop(0, '#b06a3c');
    wash.addColorStop(1, '#d99a63');
    pen.fillStyle = wash;
    pen.fillRect(0, 0, W, H);
    text(pen, 'Kernel', W * 0.07, H * 0.36, H * 0.34, { weight: 700, color: '#2a1407' });
    text(pen, 'GRANARY  NVMe  7,300 MB/s', W * 0.07, H * 0.74, H * 0.15, { weight: 600, color: '#2a1407' });
  });
  const stick = group(
    slab(8, 2.2, 0.16, 0.05, plastic('#14382b', { roughness: 0.5 })),
    chip(-2.3, 1.1, 1.5),
    chip(-0.6, 1.5, 1.9),
    chip(1.4, 1.5, 1.9),
    slab(4.4, 1.9, 0.05, 0.05, metal('#c98852'), [0.9, 0.31, 0], 0.01),
    panel(4.3, 1.8, 0.05, art, [0.9, 0.372, 0], { light: 0.6, turn: [-Math.PI / 2, 0, 0], rough: 0.35 }),
    pads,
    ring(0.22, 0.06, metal('#e0b64f'), [3.98, 0.16, 0], [Math.PI / 2, 0, 0]),
  );
  return group(put(stick, [0, 1.15, 0], [0.55, 0, 0.0]));
}

export function nas() {
  const bay = (x) =>
    group(
      plate(4.5, 13, 0.8, 0.3, plastic('#26282c'), [x, 8.6, 11]),
      plate(0.5, 9, 0.2, 0.2, metal('#8b8f96'), [x + 1.6, 8.6, 11.44]),
      disc(0.12, 0.1, 0.03, glow('#6fe0a0', 1.5), [x - 1.6, 3.2, 11.42]),
      [...Array(14)].map((_, i) => box(2.2, 0.14, 0.1, 0.05, rubber('#101113'), [x - 0.6, 4.6 + i * 0.6, 11.42])),
    );
  return group(
    box(10.8, 16.6, 22.4, 0.9, anodised('#4a4e55'), [0, 8.5, 0]),
    bay(-2.45),
    bay(2.45),
    box(10, 0.4, 21, 0.15, rubber('#17181a'), [0, 0.1, 0]),
    disc(0.3, 0.1, 0.04, metal('#c9ccd1'), [4.3, 1.1, 11.2]),
    panel(4, 0.6, 0.02, label('GRANARY', 4, 0.6, { size: 0.65, weight: 700, alpha: 0.8 }), [-2.2, 1.1, 11.22], { light: 0, rough: 0.5 }),
  );
}

export function usbStick() {
  const body = group(
    plate(1.8, 3.1, 0.75, 0.5, plastic('#2b2d31'), [0, 0, 0], [0, 0, 0], 0.2),
    box(1.25, 1.3, 0.46, 0.05, chrome(), [0, 2, 0]),
    box(0.9, 0.9, 0.26, 0.12, chrome(), [0, -1.9, 0]),
    [-0.3, 0.3].map((x) => plate(0.22, 0.22, 0.02, 0.02, rubber('#111214'), [x, 2.2, 0.24])),
  );
  const cover = put(
    group(
      plate(1.95, 3.9, 0.16, 0.6, metal('#c9ccd1'), [0, -1, 0.5]),
      plate(1.95, 3.9, 0.16, 0.6, metal('#c9ccd1'), [0, -1, -0.5]),
      disc(0.35, 1.3, 0.1, metal('#8b8f96'), [0, 0.5, 0.65]),
      panel(1.6, 0.4, 0.01, label('GRANARY', 1.6, 0.4, { color: '#2a2b2e', size: 0.6, weight: 700 }), [0, -1.4, 0.595], {
        light: 0,
        rough: 0.4,
      }),
    ),
    [0, 0.4, 0],
    [0, 0, -0.75],
  );
  return group(put(group(body, cover, ring(0.5, 0.09, chrome(), [-1.9, -2.2, 0])), [0, 2.7, 0], [-0.25, 0, 0.5]));
}

export function microSd() {
  const art = (w, h, big) =>
    painted(
      w,
      h,
      (pen, W, H) => {
        const wash = pen.createLinearGradient(0, 0, W, H);
        wash.addColorStop(0, '#243a78');
        wash.addColorStop(1, '#4f86d8');
        pen.fillStyle = wash;
        pen.fillRect(0, 0, W, H);
        text(pen, 'Flake', W * 0.08, H * 0.2, H * (big ? 0.15 : 0.13), { weight: 750 });
        text(pen, big ? 'microSD adapter' : '256', W * 0.08, H * 0.55, H * (big ? 0.075 : 0.22), { weight: 700 });
        text(pen, big ? 'GRANARY' : 'GB   V30  A2', W * 0.08, H * 0.82, H * 0.08, { weight: 600, alpha: 0.85 });
      },
      300,
    );
  const card = group(
    plate(1.5, 1.1 * 1.36, 0.12, 0.1, plastic('#17181b'), [0, 0, 0], [0, 0, 0], 0.03),
    panel(1.36, 1.26, 0.06, art(1.36, 1.26), [0, -0.04, 0.064], { light: 0.7, rough: 0.35 }),
  );
  const adapter = group(
    plate(2.4, 3.2, 0.21, 0.12, plastic('#1b1c1f'), [0, 0, 0], [0, 0, 0], 0.05),
    panel(2, 2.2, 0.08, art(2, 2.2, true), [0, 0.1, 0.11], { light: 0.7, rough: 0.35 }),
  );
  return group(put(adapter, [-0.9, 1.6, -0.9], [-0.22, 0.2, 0]), put(card, [1.2, 0.76, 0.5], [-0.2, -0.12, 0]));
}
