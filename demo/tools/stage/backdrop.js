// The paper behind a product: a pale tint of its own colour, or of its shelf when the colour is neutral.
import * as THREE from 'three';
import { finishes } from './parts.js';

const shelfHue = {
  laptops: 0.61,
  desktops: 0.09,
  monitors: 0.57,
  phones: 0.7,
  tablets: 0.53,
  smartwatches: 0.02,
  headphones: 0.08,
  earbuds: 0.46,
  speakers: 0.1,
  gaming: 0.73,
  cameras: 0.11,
  keyboards: 0.06,
  mice: 0.59,
  power: 0.14,
  desk: 0.1,
  networking: 0.56,
  'smart-home': 0.29,
  storage: 0.63,
};
const pale = new Set(['Porcelain', 'Silver', 'Sand', 'White oak']);
const css = (h, s, l) => `#${new THREE.Color().setHSL(((h % 1) + 1) % 1, s, l, THREE.SRGBColorSpace).getHexString()}`;

export function backdrop(shelf, choice, view = 'main') {
  const own = finishes[choice] ? new THREE.Color(finishes[choice]).getHSL({}, THREE.SRGBColorSpace) : { s: 0, h: 0 };
  const vivid = ['Sage', 'Midnight', 'Coral', 'Sky', 'Rose', 'Lime'].includes(choice);
  const hue = vivid ? own.h : (shelfHue[shelf] ?? 0.1);
  const rich = (vivid ? 0.34 : 0.24) + (view === 'detail' ? 0.08 : 0);
  const light = (pale.has(choice) ? 0.8 : 0.9) - (view === 'detail' ? 0.05 : 0);
  return paper(hue, rich, light);
}

export const paper = (hue, rich, light) => ({
  top: css(hue + 0.02, rich, light - 0.03),
  bottom: css(hue, rich * 0.8, light - 0.1),
  glow: css(hue + 0.01, rich * 0.8, Math.min(0.975, light + 0.06)),
  shadow: css(hue, 0.3, 0.16),
});
