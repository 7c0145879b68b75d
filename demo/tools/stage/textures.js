// Small patterns painted on canvases: cloth, felt, wood, brushed metal. Kept, because many parts share them.
import * as THREE from 'three';

const kept = new Map();

export function keep(name, make) {
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name);
}

export function canvas(width, height, paint) {
  const result = document.createElement('canvas');
  [result.width, result.height] = [width, height];
  paint(result.getContext('2d'), width, height);
  return result;
}

// The same "random" numbers on every run, so that the pictures can be drawn again.
export function dice(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

function tiled(name, repeat, size, paint, color = false) {
  return keep(`${name} ${repeat}`, () => {
    const texture = new THREE.CanvasTexture(canvas(size, size, paint));
    texture.wrapS = texture.wrapT = THREE.RepeatWrapping;
    texture.repeat.set(...(Array.isArray(repeat) ? repeat : [repeat, repeat]));
    texture.anisotropy = 8;
    if (color) texture.colorSpace = THREE.SRGBColorSpace;
    return texture;
  });
}

export const weave = (repeat) =>
  tiled('weave', repeat, 256, (pen, size) => {
    pen.fillStyle = '#444';
    pen.fillRect(0, 0, size, size);
    const step = size / 8;
    for (let row = 0; row < 8; row++)
      for (let column = 0; column < 8; column++) {
        const upright = (row + column) % 2 === 0;
        const soft = pen.createRadialGradient(
          (column + 0.5) * step,
          (row + 0.5) * step,
          1,
          (column + 0.5) * step,
          (row + 0.5) * step,
          step * 0.62,
        );
        soft.addColorStop(0, upright ? '#fff' : '#bbb');
        soft.addColorStop(1, '#333');
        pen.fillStyle = soft;
        pen.fillRect(column * step + 1, row * step + 1, step - 2, step - 2);
      }
  });

export const speckle = (repeat) =>
  tiled('speckle', repeat, 512, (pen, size) => {
    const roll = dice(11);
    pen.fillStyle = '#888';
    pen.fillRect(0, 0, size, size);
    for (let i = 0; i < 9000; i++) {
      const tone = Math.floor(90 + roll() * 130);
      pen.strokeStyle = `rgba(${tone},${tone},${tone},.35)`;
      const [x, y, turn] = [roll() * size, roll() * size, roll() * 6.3];
      pen.beginPath();
      pen.moveTo(x, y);
      pen.lineTo(x + Math.cos(turn) * 9, y + Math.sin(turn) * 9);
      pen.stroke();
    }
  });

export const brushed = () =>
  tiled('brushed', 1, 512, (pen, size) => {
    const roll = dice(5);
    for (let y = 0; y < size; y++) {
      const tone = Math.floor(120 + roll() * 30);
      pen.fillStyle = `rgb(${tone},${tone},${tone})`;
      pen.fillRect(0, y, size, 1);
    }
  });

export const wood = (color, repeat) =>
  tiled(
    `wood ${color}`,
    repeat,
    1024,
    (pen, size) => {
      const roll = dice(29);
      const base = new THREE.Color(color);
      pen.fillStyle = color;
      pen.fillRect(0, 0, size, size);
      for (let i = 0; i < 420; i++) {
        const tone = base.clone().multiplyScalar(0.62 + roll() * 0.62);
        pen.strokeStyle = `#${tone.getHexString()}`;
        pen.globalAlpha = 0.1 + roll() * 0.22;
        pen.lineWidth = 0.6 + roll() * 3.4;
        const y = roll() * size;
        const wave = 4 + roll() * 14;
        pen.beginPath();
        for (let x = -20; x <= size + 20; x += 32) pen.lineTo(x, y + Math.sin(x / (150 + wave * 8) + i) * wave);
        pen.stroke();
      }
      pen.globalAlpha = 1;
    },
    true,
  );
