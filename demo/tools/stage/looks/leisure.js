// How sound, games and cameras are built and seen.
import { finishes } from '../parts.js';
import * as audio from '../models/audio.js';
import * as worn from '../models/headphones.js';
import * as play from '../models/play.js';

const paint = (choice) => finishes[choice];
const cupView = { from: [-58, 14], zoom: 1.8, look: [-0.1, -0.35], aperture: 0.06 };
const headphones = (options) => ({
  make: (choice) => worn.headphones({ color: paint(choice), ...options }),
  all: { fill: 0.72, from: [30, 10] },
  angle: { from: [78, 8] },
  detail: cupView,
});
const caseView = { from: [36, 34], zoom: 1.9, look: [0, -0.15], aperture: 0.06 };

export const leisure = {
  'lowtide-halcyon': headphones({}),
  'lowtide-studio-one': headphones({ color: '#2b2d31', accent: '#c9ccd1', padColor: '#5a554e', open: true, r: 4.2, band: 8.8 }),
  'lowtide-drift': { ...headphones({ onEar: true, band: 7.3 }), detail: { ...cupView, look: [-0.1, -0.4] } },
  'lowtide-pebble': {
    make: (choice) => audio.earbuds({ color: paint(choice) }),
    all: { fill: 0.66, from: [20, 16] },
    angle: { make: (choice) => audio.earbuds({ color: paint(choice), closed: true }), from: [30, 22], fill: 0.52 },
    detail: caseView,
  },
  'lowtide-pebble-pro': {
    make: (choice) => audio.earbuds({ color: paint(choice), stem: true, accent: '#d9a066' }),
    all: { fill: 0.68, from: [20, 14] },
    angle: { make: (choice) => audio.earbuds({ color: paint(choice), closed: true, accent: '#d9a066' }), from: [-30, 24], fill: 0.52 },
    detail: { ...caseView, look: [0.3, -0.35] },
  },
  'lowtide-stride': {
    make: (choice) => audio.earbuds({ color: paint(choice), hook: true, wide: 7, deep: 5.4, accent: '#6b6f76' }),
    all: { fill: 0.74, from: [16, 14] },
    angle: { from: [-38, 26] },
    detail: { from: [28, 12], zoom: 2.1, look: [0.45, -0.2], aperture: 0.06 },
  },
  'lowtide-cove': {
    make: (choice) => audio.roomSpeaker({ color: paint(choice), base: choice === 'Sand' ? '#8a5a38' : '#4a3426' }),
    all: { fill: 0.66, from: [14, 14] },
    angle: { from: [-30, 36] },
    detail: { from: [24, 40], zoom: 1.9, look: [0, 0.4], aperture: 0.06 },
  },
  'lowtide-raft': {
    make: (choice) => audio.portableSpeaker({ color: paint(choice) }),
    all: { fill: 0.74, from: [24, 16] },
    angle: { from: [-46, 12] },
    detail: { from: [48, 18], zoom: 2, look: [0.3, 0], aperture: 0.07 },
  },
  'lowtide-shelf': {
    make: (choice) => audio.bookshelf({ color: paint(choice) }),
    all: { fill: 0.76, from: [16, 8] },
    angle: { from: [-38, 16] },
    detail: { from: [26, 8], zoom: 2.1, look: [0.35, 0.1], aperture: 0.06 },
  },
  'lowtide-harbour': {
    make: () => audio.soundbar(),
    all: { fill: 0.86, from: [30, 18] },
    angle: { from: [-22, 28], fill: 0.86 },
    detail: { from: [38, 22], zoom: 3, look: [0.05, 0], aperture: 0.06 },
  },
  'lowtide-rondo': {
    make: () => audio.turntable(),
    all: { fill: 0.8, from: [24, 32] },
    angle: { from: [-34, 16] },
    detail: { from: [40, 28], zoom: 2, look: [0.2, 0.05], aperture: 0.08 },
  },
  'rookery-rook': {
    make: () => play.handheld(),
    all: { fill: 0.82, from: [14, 8] },
    angle: { from: [-34, 18] },
    detail: { from: [30, 12], zoom: 2.3, look: [0.5, 0.05], aperture: 0.07 },
  },
  'rookery-knight-pad': {
    make: (choice) => play.controller({ color: paint(choice) }),
    all: { fill: 0.68, from: [14, 14] },
    angle: { from: [-40, 26] },
    detail: { from: [26, 26], zoom: 2, look: [0.3, 0.1], aperture: 0.07 },
  },
  'rookery-echo': {
    ...headphones({ color: '#212327', accent: '#5b5f66', boom: true }),
    all: { fill: 0.74, from: [34, 10] },
    detail: { from: [62, 6], zoom: 1.8, look: [-0.1, -0.45], aperture: 0.06 },
  },
  'rookery-bishop': {
    make: () => play.vrHeadset(),
    all: { fill: 0.72, from: [32, 16] },
    angle: { from: [-58, 14] },
    detail: { from: [14, 8], zoom: 1.8, look: [-0.15, -0.2], aperture: 0.06 },
  },
  'lensmoor-m2': {
    make: (choice) => play.camera({ color: paint(choice), withLens: false }),
    all: { fill: 0.72, from: [24, 14] },
    angle: { from: [202, 14] },
    detail: { make: (choice) => play.camera({ color: paint(choice) }), from: [-34, 30], zoom: 1.7, look: [0, 0.15], aperture: 0.06 },
  },
  'lensmoor-pocket': {
    make: (choice) => play.camera({ color: paint(choice), compact: true }),
    all: { fill: 0.7, from: [-24, 14] },
    angle: { from: [158, 14] },
    detail: { from: [28, 30], zoom: 1.9, look: [0.05, 0.1], aperture: 0.06 },
  },
  'lensmoor-35': {
    make: () => play.lensLying(),
    all: { fill: 0.62, from: [18, 16] },
    angle: { make: () => play.lensUpright(), from: [20, 24], fill: 0.56 },
    detail: { from: [30, 12], zoom: 1.9, look: [-0.3, 0.1], aperture: 0.06 },
  },
  'lensmoor-trail': {
    make: () => play.actionCamera(),
    all: { fill: 0.62, from: [24, 12] },
    angle: { from: [-36, 20] },
    detail: { from: [18, 10], zoom: 1.9, look: [0.15, 0.25], aperture: 0.05 },
  },
  'lensmoor-snap': {
    make: (choice) => play.instantCamera({ color: paint(choice) }),
    all: { fill: 0.74, from: [20, 10] },
    angle: { from: [-38, 18] },
    detail: { from: [26, 14], zoom: 1.8, look: [-0.05, -0.25], aperture: 0.06 },
  },
};
