// What the screens show: flowing wallpapers, clocks, desktops, dials.
import { canvas, dice } from './textures.js';

const family = '"Inter Variable", sans-serif';

export const palettes = {
  dusk: ['#1b1f4a', '#5b3fa8', '#ff7a59', '#ffd29d'],
  lagoon: ['#07354a', '#0f7c8f', '#63d3c4', '#f4f3d7'],
  meadow: ['#20402f', '#5f8f5a', '#c6d98a', '#fbf3d0'],
  ember: ['#2a0f1e', '#8f1f3f', '#f4623a', '#ffc46b'],
  ice: ['#16284f', '#3f6fc4', '#9cc7f4', '#eef6ff'],
  sand: ['#5b4636', '#b98a63', '#e9cfa8', '#fbf4e6'],
  slate: ['#14171d', '#2d3542', '#5b6b80', '#aebccb'],
  berry: ['#2c1250', '#7b2d8e', '#e0679f', '#ffd0c2'],
};

// Overlapping soft ribbons.
export function wallpaper(pen, w, h, palette, seed = 3) {
  const roll = dice(seed * 977 + 13);
  const colors = palettes[palette];
  const sky = pen.createLinearGradient(0, 0, w * 0.4, h);
  sky.addColorStop(0, colors[0]);
  sky.addColorStop(1, colors[1]);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, w, h);
  for (let layer = 0; layer < 5; layer++) {
    const base = h * (0.3 + layer * 0.15 + roll() * 0.06);
    const [swing, phase, length] = [h * (0.1 + roll() * 0.12), roll() * 6, w * (0.5 + roll() * 0.6)];
    const wash = pen.createLinearGradient(0, base - swing, w * (0.3 + roll() * 0.7), base + h * 0.45);
    wash.addColorStop(0, colors[Math.min(3, 1 + Math.floor(layer * 0.75))]);
    wash.addColorStop(0.55, colors[Math.min(2, Math.floor(layer * 0.5))]);
    wash.addColorStop(1, colors[0]);
    pen.globalAlpha = 0.82;
    pen.fillStyle = wash;
    pen.beginPath();
    pen.moveTo(0, h);
    for (let x = 0; x <= w + 8; x += 8)
      pen.lineTo(x, base + Math.sin((x / length) * Math.PI * 2 + phase) * swing + Math.sin((x / length) * 9 + phase) * swing * 0.12);
    pen.lineTo(w, h);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

export function text(pen, words, x, y, size, { color = '#fff', weight = 500, align = 'left', alpha = 1 } = {}) {
  pen.save();
  pen.font = `${weight} ${size}px ${family}`;
  pen.fillStyle = color;
  pen.globalAlpha = alpha;
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  pen.fillText(words, x, y);
  pen.restore();
}

export function roundRect(pen, x, y, w, h, r, color, alpha = 1) {
  pen.save();
  pen.globalAlpha = alpha;
  pen.fillStyle = color;
  pen.beginPath();
  pen.roundRect(x, y, w, h, r);
  pen.fill();
  pen.restore();
}

export const phoneScreen = (w, h, palette, seed) =>
  canvas(Math.round(w * 110), Math.round(h * 110), (pen, W, H) => {
    wallpaper(pen, W, H, palette, seed);
    text(pen, 'Saturday 21 November', W / 2, H * 0.15, W * 0.052, { align: 'center', alpha: 0.9 });
    text(pen, '9:41', W / 2, H * 0.225, W * 0.27, { align: 'center', weight: 600 });
    roundRect(pen, W * 0.07, H * 0.66, W * 0.86, H * 0.085, W * 0.06, '#ffffff', 0.26);
    roundRect(pen, W * 0.11, H * 0.677, W * 0.11, W * 0.11, W * 0.035, '#ffffff', 0.85);
    text(pen, 'Rain until eleven', W * 0.26, H * 0.688, W * 0.048, { weight: 650 });
    text(pen, 'Clear by the time you walk home', W * 0.26, H * 0.718, W * 0.039, { alpha: 0.9 });
    for (const x of [0.17, 0.83]) roundRect(pen, W * (x - 0.065), H * 0.89, W * 0.13, W * 0.13, W * 0.065, '#ffffff', 0.26);
    roundRect(pen, W * 0.34, H * 0.972, W * 0.32, H * 0.006, H * 0.003, '#ffffff', 0.9);
    pen.fillStyle = '#000';
    pen.beginPath();
    pen.arc(W / 2, H * 0.032, W * 0.026, 0, 7);
    pen.fill();
  });

export const desktopScreen = (w, h, palette, seed = 2, window = '') =>
  canvas(1600, Math.round((1600 * h) / w), (pen, W, H) => {
    wallpaper(pen, W, H, palette, seed);
    if (window) appWindow(pen, W, H, window, palette);
    else {
      text(pen, '10:24', W * 0.5, H * 0.3, H * 0.17, { align: 'center', weight: 600 });
      text(pen, 'Saturday 21 November', W * 0.5, H * 0.42, H * 0.036, { align: 'center', alpha: 0.9 });
    }
    const [dockW, dockH] = [W * 0.3, H * 0.07];
    roundRect(pen, (W - dockW) / 2, H * 0.905, dockW, dockH, dockH * 0.32, '#ffffff', 0.3);
    const icons = ['#ff8a65', '#4fc3f7', '#81c784', '#ffd54f', '#ba68c8', '#f2f4f7', '#7986cb'];
    icons.forEach((color, i) =>
      roundRect(
        pen,
        (W - dockW) / 2 + dockH * 0.32 + (i * (dockW - dockH * 0.4)) / icons.length,
        H * 0.905 + dockH * 0.17,
        dockH * 0.66,
        dockH * 0.66,
        dockH * 0.19,
        color,
        0.96,
      ),
    );
  });

function appWindow(pen, W, H, kind, palette) {
  const [x, y, w, h] = [W * 0.1, H * 0.09, W * 0.8, H * 0.77];
  const dark = kind !== 'write';
  pen.save();
  pen.shadowColor = 'rgba(0,0,0,.45)';
  pen.shadowBlur = H * 0.05;
  pen.shadowOffsetY = H * 0.02;
  roundRect(pen, x, y, w, h, H * 0.018, dark ? '#191b20' : '#fbfaf8');
  pen.restore();
  ['#ff6b60', '#ffbd4a', '#3fcb5a'].forEach((color, i) =>
    roundRect(pen, x + H * (0.02 + i * 0.026), y + H * 0.018, H * 0.016, H * 0.016, H, color),
  );
  ({ photo: photoWindow, code: codeWindow, write: writeWindow, video: videoWindow })[kind](pen, x, y + H * 0.05, w, h - H * 0.05, palette);
}

function photoWindow(pen, x, y, w, h, palette) {
  const [pw, ph] = [w * 0.74, h * 0.78];
  pen.save();
  pen.beginPath();
  pen.rect(x + w * 0.02, y, pw, ph);
  pen.clip();
  pen.translate(x + w * 0.02, y);
  landscape(pen, pw, ph, palette);
  pen.restore();
  for (let i = 0; i < 8; i++)
    roundRect(pen, x + w * (0.02 + i * 0.094), y + h * 0.815, w * 0.084, h * 0.14, 6, palettes[Object.keys(palettes)[i]][2]);
  for (let i = 0; i < 7; i++) {
    roundRect(pen, x + w * 0.79, y + h * (0.3 + i * 0.09), w * 0.18, 5, 3, '#3a3f4a');
    roundRect(pen, x + w * (0.79 + (((i * 37) % 100) / 100) * 0.16), y + h * (0.3 + i * 0.09) - 8, 20, 20, 10, '#d9dde4');
  }
  const bars = dice(9);
  for (let i = 0; i < 40; i++) {
    const tall = (0.03 + bars() * 0.06 + Math.sin(i / 12) * 0.08) * h;
    roundRect(pen, x + w * (0.79 + i * 0.0045), y + h * 0.22 - tall, w * 0.004, tall, 1, ['#6ea8ff', '#ff7f6e', '#7ee08e'][i % 3], 0.85);
  }
}

export function landscape(pen, w, h, palette) {
  const colors = palettes[palette];
  const sky = pen.createLinearGradient(0, 0, 0, h * 0.75);
  [colors[1], colors[2], colors[3]].forEach((color, i) => sky.addColorStop(i / 2, color));
  pen.fillStyle = sky;
  pen.fillRect(0, 0, w, h);
  pen.fillStyle = '#fff7e2';
  pen.beginPath();
  pen.arc(w * 0.66, h * 0.44, h * 0.085, 0, 7);
  pen.fill();
  for (let ridge = 0; ridge < 4; ridge++) {
    const roll = dice(31 + ridge * 7);
    pen.fillStyle = colors[0];
    pen.globalAlpha = 0.3 + ridge * 0.22;
    pen.beginPath();
    pen.moveTo(0, h);
    for (let i = 0; i <= 14; i++) pen.lineTo((i / 14) * w, h * (0.5 + ridge * 0.11) - roll() * h * (0.2 - ridge * 0.035));
    pen.lineTo(w, h);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

function codeWindow(pen, x, y, w, h) {
  const roll = dice(17);
  const colors = ['#8ab4ff', '#f29ac0', '#9ddc9a', '#ffcf7d', '#c9ced8', '#c9ced8'];
  roundRect(pen, x, y, w * 0.18, h, 4, '#22252c');
  for (let i = 0; i < 12; i++)
    roundRect(pen, x + w * (0.02 + (i % 3) * 0.012), y + h * (0.04 + i * 0.05), w * (0.06 + roll() * 0.06), h * 0.014, 4, '#5d6675');
  for (let line = 0; line < 25; line++) {
    let at = x + w * (0.22 + [0, 1, 2, 2, 3, 2, 1, 1, 2, 3, 3, 2, 1][line % 13] * 0.022);
    for (let word = 0; word < 1 + Math.floor(roll() * 5); word++) {
      const wide = w * (0.02 + roll() * 0.075);
      if (line % 7 !== 6) roundRect(pen, at, y + h * (0.03 + line * 0.038), wide, h * 0.016, 5, colors[Math.floor(roll() * 6)], 0.92);
      at += wide + w * 0.012;
    }
  }
}

function writeWindow(pen, x, y, w, h) {
  text(pen, 'Notes from the coast', x + w * 0.16, y + h * 0.13, h * 0.075, { color: '#1d2026', weight: 700 });
  const roll = dice(23);
  for (let line = 0; line < 13; line++) {
    if (line % 5 !== 4)
      roundRect(
        pen,
        x + w * 0.16,
        y + h * (0.25 + line * 0.053),
        w * (line % 5 === 3 ? 0.3 : 0.6 + roll() * 0.08),
        h * 0.016,
        4,
        '#aab0ba',
      );
  }
}

function videoWindow(pen, x, y, w, h, palette) {
  pen.save();
  pen.beginPath();
  pen.rect(x + w * 0.16, y + h * 0.01, w * 0.68, h * 0.58);
  pen.clip();
  pen.translate(x + w * 0.16, y + h * 0.01);
  landscape(pen, w * 0.68, h * 0.58, palette);
  pen.restore();
  const roll = dice(41);
  ['#6f8fd8', '#c987c9', '#71b58c', '#d8a45c'].forEach((color, track) => {
    let at = x + w * 0.03;
    while (at < x + w * 0.9) {
      const wide = w * (0.05 + roll() * 0.15);
      roundRect(pen, at, y + h * (0.64 + track * 0.082), wide - 5, h * 0.066, 6, color, 0.9);
      at += wide;
    }
  });
  roundRect(pen, x + w * 0.42, y + h * 0.615, 4, h * 0.36, 2, '#ffffff');
}

// A screen that shows a scene of an invented game.
export const gameScreen = (w, h, palette = 'dusk') =>
  canvas(1600, Math.round((1600 * h) / w), (pen, W, H) => {
    landscape(pen, W, H, palette);
    roundRect(pen, W * 0.03, H * 0.05, W * 0.2, H * 0.028, H, '#000000', 0.45);
    roundRect(pen, W * 0.03, H * 0.05, W * 0.15, H * 0.028, H, '#ff6b5e');
    roundRect(pen, W * 0.9, H * 0.05, H * 0.12, H * 0.12, H, '#000000', 0.4);
    text(pen, 'The Salt Road', W * 0.5, H * 0.26, H * 0.12, { align: 'center', weight: 750 });
    text(pen, 'Continue', W * 0.5, H * 0.4, H * 0.045, { align: 'center', alpha: 0.95 });
  });

export const watchFace = (kind, accent) =>
  canvas(600, 600, (pen, W) => {
    const c = W / 2;
    pen.fillStyle = kind === 'sport' ? '#cfd6c4' : '#05070a';
    pen.fillRect(0, 0, W, W);
    const ink = kind === 'sport' ? '#161a12' : '#ffffff';
    if (kind === 'sport') return sportFace(pen, W, ink);
    for (let i = 0; i < 60; i++) {
      const [turn, long] = [(i / 60) * Math.PI * 2, i % 5 ? 10 : 26];
      pen.strokeStyle = i % 5 ? '#596070' : '#ffffff';
      pen.lineWidth = i % 5 ? 3 : 6;
      pen.beginPath();
      pen.moveTo(c + Math.sin(turn) * 272, c - Math.cos(turn) * 272);
      pen.lineTo(c + Math.sin(turn) * (272 - long), c - Math.cos(turn) * (272 - long));
      pen.stroke();
    }
    [
      [accent, 0.72, 128],
      ['#63d3c4', 0.45, 128 - 22],
    ].forEach(([color, share, r]) => {
      pen.lineCap = 'round';
      pen.lineWidth = 13;
      pen.strokeStyle = '#20242c';
      pen.beginPath();
      pen.arc(c, c + 60, r * 0.52, 0, 7);
      pen.stroke();
      pen.strokeStyle = color;
      pen.beginPath();
      pen.arc(c, c + 60, r * 0.52, -Math.PI / 2, -Math.PI / 2 + share * 6.28);
      pen.stroke();
    });
    text(pen, '64', c, c + 62, 46, { align: 'center', weight: 700 });
    text(pen, 'SAT 21', c + 150, c, 36, { align: 'center', color: accent, weight: 650 });
    [
      [-0.95, 150, 15],
      [0.72, 215, 11],
    ].forEach(([turn, long, wide]) => {
      pen.strokeStyle = '#ffffff';
      pen.lineWidth = wide;
      pen.beginPath();
      pen.moveTo(c - Math.sin(turn) * 26, c + Math.cos(turn) * 26);
      pen.lineTo(c + Math.sin(turn) * long, c - Math.cos(turn) * long);
      pen.stroke();
    });
    roundRect(pen, c - 14, c - 14, 28, 28, 14, accent);
  });

function sportFace(pen, W, ink) {
  text(pen, '7:32', W / 2, W * 0.3, 170, { color: ink, weight: 700, align: 'center' });
  roundRect(pen, W * 0.12, W * 0.43, W * 0.76, 5, 2, ink, 0.5);
  text(pen, '12.4 km', W / 2, W * 0.54, 84, { color: ink, weight: 650, align: 'center' });
  text(pen, '4:52 /km    146', W / 2, W * 0.68, 56, { color: ink, weight: 600, align: 'center' });
  text(pen, 'LAP 12', W / 2, W * 0.82, 44, { color: '#b5380f', weight: 700, align: 'center' });
}

// Words on their own, for printing on a body. Transparent behind.
export const label = (words, w, h, { color = '#fff', weight = 600, size = 0.6, alpha = 0.9 } = {}) =>
  canvas(Math.round(w * 200), Math.round(h * 200), (pen, W, H) =>
    text(pen, words, W / 2, H / 2, H * size, { color, weight, align: 'center', alpha }),
  );

// Anything else: paint with the pen on a canvas of w by h centimetres.
export const painted = (w, h, paint, dots = 120) => canvas(Math.round(w * dots), Math.round(h * dots), paint);
