import * as THREE from 'three';
import {
  anodised,
  box,
  chrome,
  disc,
  drum,
  extrude,
  glass,
  gloss,
  glow,
  group,
  isDark,
  mesh,
  metal,
  panel,
  plastic,
  plate,
  put,
  ring,
  rubber,
  shade,
  slab,
  turned,
} from '../parts.js';
import { label, painted, phoneScreen, roundRect, text, wallpaper, watchFace } from '../screens.js';

function lens(r, at) {
  return group(
    disc(r, 0.24, 0.06, chrome('#9da1a8'), at),
    disc(r * 0.86, 0.26, 0.04, glass(), [at[0], at[1], at[2] + 0.01]),
    disc(r * 0.5, 0.27, 0.1, glass({ color: '#18264d' }), [at[0], at[1], at[2] + 0.015]),
    disc(r * 0.2, 0.28, 0.05, glass({ color: '#3b5ba8' }), [at[0], at[1], at[2] + 0.02]),
  );
}

export function phone({ w, h, t = 0.8, color, palette = 'dusk', seed = 3, cameras = 2, r = 0.95, frame = 'matt', notch }) {
  const rim = frame === 'titanium' ? metal('#a59d92', { roughness: 0.45 }) : anodised(shade(color, isDark(color) ? 0.08 : -0.04));
  const back = gloss(color, { roughness: frame === 'matt' ? 0.4 : 0.25, clearcoatRoughness: 0.25, clearcoat: 0.7 });
  const bumps = {
    1: [plate(1.9, 1.9, 0.2, 0.6, back, [0, 0, 0.1]), lens(0.68, [0, 0, 0.2])],
    2: [plate(2.1, 4.1, 0.22, 1.02, back, [0, 0, 0.1]), lens(0.78, [0, 0.95, 0.24]), lens(0.78, [0, -0.95, 0.24])],
    3: [
      plate(w - 1, 2.4, 0.25, 1.2, metal(shade(color, -0.1)), [w / 2 - 1.35, 0, 0.1]),
      lens(0.88, [0.2, 0, 0.26]),
      lens(0.88, [2.4, 0, 0.26]),
      lens(0.88, [4.6, 0, 0.26]),
    ],
  }[cameras];
  const bumpAt = cameras === 3 ? [-w / 2 + 1.35, h / 2 - 2, -t / 2] : [-w / 2 + 1.65, h / 2 - (cameras === 2 ? 2.7 : 1.7), -t / 2];
  const rear = group(...bumps.flat(), disc(0.22, 0.14, 0.04, glow('#fff3d0', 0.5), cameras === 3 ? [6, 0, 0.26] : [1.5, 1.3, 0.03]));
  const flipped = put(group(put(rear, [bumpAt[0], bumpAt[1], t / 2])), [0, 0, 0], [0, Math.PI, 0]);
  const mark = panel(
    2.4,
    0.5,
    0.02,
    label('SOLVANE', 2.4, 0.5, { color: isDark(color) ? '#dfe3ea' : shade(color, -0.5), weight: 650, size: 0.62, alpha: 0.75 }),
    [0, -h * 0.28, -t / 2 - 0.035],
    { light: 0, turn: [0, Math.PI, 0], rough: 0.4 },
  );
  return group(
    plate(w, h, t, r, rim, [0, 0, 0], [0, 0, 0], 0.2),
    plate(w - 0.26, h - 0.26, 0.1, r - 0.13, back, [0, 0, -t / 2 + 0.02], [0, 0, 0], 0.045),
    plate(w - 0.16, h - 0.16, 0.08, r - 0.08, glass(), [0, 0, t / 2 - 0.02], [0, 0, 0], 0.035),
    panel(w - 0.42, h - 0.42 - (notch ?? 0), r - 0.25, phoneScreen(w, h, palette, seed), [0, 0, t / 2 + 0.024], { light: 1.02 }),
    box(0.12, 1.5, 0.28, 0.06, rim, [w / 2 + 0.03, h * 0.16, 0]),
    box(0.12, 0.9, 0.28, 0.06, rim, [w / 2 + 0.03, h * 0.28, 0]),
    flipped,
    mark,
  );
}

// Front and back side by side, standing and slightly turned, the way phones are shown.
export function phonePair(options) {
  const { h, w } = options;
  return group(
    put(phone(options), [w * 0.36, h / 2, 1.4], [0, -0.32, 0]),
    put(phone(options), [-w * 0.42, h / 2, -1.8], [0, Math.PI - 0.5, 0]),
  );
}

export function tablet({ w, h, color, palette, pen = true, seed = 6 }) {
  const canvasOf = painted(
    w,
    h,
    (ink, W, H) => {
      wallpaper(ink, W, H, palette, seed);
      text(ink, '9:41', W * 0.07, H * 0.14, H * 0.11, { weight: 650 });
      for (let i = 0; i < 12; i++)
        roundRect(
          ink,
          W * (0.07 + (i % 6) * 0.148),
          H * (0.62 + Math.floor(i / 6) * 0.17),
          H * 0.115,
          H * 0.115,
          H * 0.03,
          ['#ff8a65', '#4fc3f7', '#81c784', '#ffd54f', '#ba68c8', '#f2f4f7'][(i * 5) % 6],
          0.95,
        );
    },
    60,
  );
  const face = group(
    plate(w, h, 0.6, 1.1, anodised(color), [0, 0, 0], [0, 0, 0], 0.18),
    plate(w - 0.24, h - 0.24, 0.08, 1, glass(), [0, 0, 0.28], [0, 0, 0], 0.03),
    panel(w - 1.5, h - 1.5, 0.45, canvasOf, [0, 0, 0.33], { light: 1 }),
    put(lens(0.7, [0, 0, 0]), [w / 2 - 2, h / 2 - 2, -0.34], [0, Math.PI, 0]),
  );
  const stylus =
    pen &&
    put(
      group(
        mesh(new THREE.CapsuleGeometry(0.43, 14.5, 8, 32), plastic('#f1f0ed'), [0, 0, 0], [0, 0, Math.PI / 2]),
        turned(
          [
            [0.06, 0],
            [0.1, 0.25],
            [0.42, 1.5],
          ],
          plastic('#d9dadc'),
          [-8.9, 0, 0],
          [0, 0, -Math.PI / 2],
        ),
      ),
      [w * 0.2, 0.45, h * 0.36],
      [0, 0.35, 0],
    );
  return group(put(face, [0, (h / 2) * 0.93 + 0.25, -h * 0.12], [-0.36, 0, 0]), stylus);
}

export function tabletKids({ color }) {
  const [w, h] = [20, 13.5];
  const foam = rubber(color, { roughness: 0.7 });
  const art = painted(
    w,
    h,
    (ink, W, H) => {
      ink.fillStyle = '#bfe6ff';
      ink.fillRect(0, 0, W, H);
      roundRect(ink, W * 0.7, H * 0.1, H * 0.24, H * 0.24, H, '#ffd54f');
      [
        ['#8fce7a', 0.7, 0.5],
        ['#5fae6a', 0.8, 0.1],
        ['#3f8f5a', 0.92, 0.7],
      ].forEach(([hue, y, x]) => {
        ink.fillStyle = hue;
        ink.beginPath();
        ink.ellipse(W * x, H * (y + 0.3), W * 0.6, H * 0.42, 0, 0, 7);
        ink.fill();
      });
      ['#ff8a65', '#ba68c8', '#ffffff', '#4fc3f7'].forEach((hue, i) =>
        roundRect(ink, W * (0.09 + i * 0.16), H * 0.2, H * 0.2, H * 0.2, H * 0.06, hue),
      );
    },
    60,
  );
  const face = group(
    plate(w + 3, h + 3, 2.3, 2.6, foam, [0, 0, -0.5], [0, 0, 0], 0.9),
    plate(w, h, 0.3, 0.8, glass(), [0, 0, 0.68]),
    panel(w - 1.2, h - 1.2, 0.3, art, [0, 0, 0.86], { light: 1 }),
  );
  const handle = ring(5.2, 1, foam, [0, h / 2 + 0.8, -0.5], [0, 0, 0], Math.PI);
  return group(put(group(face, handle), [0, h / 2 + 1.4, 0], [-0.3, 0, 0]), slab(10, 5, 1, 1.4, foam, [0, 0, -3]));
}

// A strap as a closed loop, seen from the side an ellipse; the watch sits on its front.
function strap(width, r, material, thick = 0.3) {
  const shape = new THREE.Shape().absellipse(0, 0, r, r * 1.12, 0, Math.PI * 2);
  shape.holes.push(new THREE.Path().absellipse(0, 0, r - thick, r * 1.12 - thick, 0, Math.PI * 2));
  return extrude(shape, width - 0.16, 0.08, material, [0, 0, 0], [0, Math.PI / 2, 0]);
}

export function watch({ color, band, kind = 'round', accent = '#ff8a65' }) {
  const skin = metal(color, { roughness: 0.3, metalness: 0.8 });
  const size = kind === 'sport' ? 2.35 : 2.1;
  const body = group(
    drum(size, 1.05, 0.28, kind === 'sport' ? plastic(color, { roughness: 0.6 }) : skin, [0, 0, 0], [Math.PI / 2, 0, 0], size - 0.06),
    disc(size - 0.16, 0.12, 0.05, glass(), [0, 0, 1.09]),
    kind === 'sport' && ring(size - 0.24, 0.14, metal('#2c2e31'), [0, 0, 1.06]),
    panel((size - 0.32) * 2, (size - 0.32) * 2, size - 0.32, watchFace(kind, accent), [0, 0, 1.17], {
      light: kind === 'sport' ? 0.8 : 1.05,
    }),
    kind === 'sport'
      ? [
          [1, 0.5],
          [1, -0.5],
          [-1, 0.6],
          [-1, 0],
          [-1, -0.6],
        ].map(([side, y]) =>
          put(box(0.5, 0.5, 0.42, 0.14, metal('#8d9096')), [side * (size + 0.02) * Math.cos(y), size * Math.sin(y), 0.5], [0, 0, side * y]),
        )
      : [
          drum(0.3, 0.4, 0.08, skin, [size - 0.04, 0, 0.5], [0, 0, -Math.PI / 2]),
          box(0.3, 0.8, 0.3, 0.12, skin, [size * 0.86, -1.1, 0.5], [0, 0, -0.5]),
        ],
  );
  const loop = strap(2, 3, rubber(band));
  return group(put(group(put(loop, [0, 0, -2.72]), body), [0, 3.36, 2], [-0.12, 0, 0]));
}

export function activityBand({ color }) {
  const art = painted(
    1.3,
    3.2,
    (ink, W, H) => {
      ink.fillStyle = '#050608';
      ink.fillRect(0, 0, W, H);
      text(ink, '10', W / 2, H * 0.22, W * 0.6, { align: 'center', weight: 700 });
      text(ink, '24', W / 2, H * 0.4, W * 0.6, { align: 'center', weight: 700 });
      text(ink, '7,412', W / 2, H * 0.64, W * 0.26, { align: 'center', color: '#63d3c4', weight: 650 });
      roundRect(ink, W * 0.18, H * 0.74, W * 0.64, H * 0.02, 4, '#30343c');
      roundRect(ink, W * 0.18, H * 0.74, W * 0.45, H * 0.02, 4, '#63d3c4');
    },
    200,
  );
  const loop = strap(1.7, 2.9, rubber(color));
  const pod = group(
    plate(1.9, 4.3, 0.9, 0.95, plastic(color === '#1d1e21' ? '#17181a' : shade(color, -0.05)), [0, 0, 0], [0, 0, 0], 0.3),
    plate(1.66, 4.05, 0.1, 0.83, glass(), [0, 0, 0.44]),
    panel(1.4, 3.6, 0.6, art, [0, 0, 0.51], { light: 1.05 }),
  );
  return group(put(group(put(loop, [0, 0, -2.75]), pod), [0, 3.26, 2], [-0.12, 0, 0]));
}

export { lens };
