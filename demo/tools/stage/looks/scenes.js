// Pictures with several products: one for each category and the desk on the home page.
import { paper } from '../backdrop.js';
import { finishes, group, put } from '../parts.js';
import * as audio from '../models/audio.js';
import * as worn from '../models/headphones.js';
import * as storage from '../models/storage.js';
import * as props from '../models/props.js';
import * as inputs from '../models/inputs.js';
import * as computers from '../models/computers.js';
import * as desk from '../models/desk.js';
import { monitor } from '../models/displays.js';
import * as home from '../models/home.js';
import * as phones from '../models/phones.js';
import * as play from '../models/play.js';
import * as power from '../models/power.js';

const scene =
  (hue, from, ...parts) =>
  () => ({ subject: group(...parts), from, fill: 0.82, backdrop: paper(hue, 0.3, 0.88) });
const { Graphite, Silver, Sage, Sand, Coral, Porcelain, Midnight, Sky } = finishes;
const studio = () => monitor({ w: 61.2, h: 35.6, palette: 'dusk', seed: 8, window: 'photo', stand: 'blade', standColor: Silver });
const aero = (color, palette = 'dusk') => computers.laptop({ color, palette });
const one = (color, more) => phones.phone({ w: 7.1, h: 14.9, color, ...more });
const upright = (model, at, turn) => put(model, [at[0], at[1] + 7.45, at[2]], [0, turn, 0]);
const keys = (color, tones) => inputs.keyboard({ kind: '65', color, tones });
const warm = ['#f3f0ea', '#d9d3c7', '#ee7159'];
const onStand = (color) => group(worn.headphoneStand(), put(worn.headphones({ color }), [0, 11.8, 0]));

export const scenes = {
  computers: scene(
    0.62,
    [20, 12],
    put(studio(), [0, 0, -16]),
    put(aero(Silver, 'lagoon'), [-20, 0, 18], [0, 0.4, 0]),
    put(computers.miniPc(), [30, 0, 14], [0, -0.3, 0]),
  ),
  laptops: scene(0.6, [24, 18], put(aero(Sage, 'meadow'), [-10, 0, -12], [0, 0.35, 0]), put(aero(Silver), [14, 0, 16], [0, 0.1, 0])),
  desktops: scene(0.09, [24, 12], put(computers.tower(), [-16, 0, -6]), put(computers.miniPc(), [12, 0, 16], [0, -0.2, 0])),
  monitors: scene(0.57, [24, 9], studio()),
  mobile: scene(
    0.72,
    [14, 12],
    upright(one(Midnight), [-5, 0, 0], 0.1),
    upright(one(Coral), [-11, 0, -5], Math.PI - 0.4),
    put(phones.tablet({ w: 24.8, h: 17.8, color: Graphite, palette: 'lagoon', pen: false }), [9, 0, -10], [0, -0.2, 0]),
    put(phones.watch({ color: Silver, band: '#d9d4ca' }), [7, 0, 6], [0, -0.1, 0]),
  ),
  phones: scene(
    0.03,
    [14, 8],
    upright(one(Midnight), [0, 0, 4], -0.2),
    upright(one(Coral), [-6.6, 0, 0], Math.PI - 0.45),
    upright(one(Porcelain), [6.8, 0, -1], Math.PI - 0.3),
  ),
  tablets: scene(0.52, [22, 14], phones.tablet({ w: 24.8, h: 17.8, color: Sand, palette: 'lagoon' })),
  smartwatches: scene(
    0.03,
    [14, 12],
    put(phones.watch({ color: Silver, band: '#d9d4ca' }), [-4.6, 0, 0], [0, 0.2, 0]),
    put(phones.watch({ color: '#202226', band: finishes.Lime, kind: 'sport' }), [4.4, 0, 2], [0, -0.15, 0]),
  ),
  audio: scene(
    0.08,
    [18, 12],
    put(onStand(Sand), [-12, 0, -4]),
    put(audio.roomSpeaker({ color: Graphite }), [10, 0, -4]),
    put(audio.earbuds({ color: Porcelain }), [6, 0, 12]),
  ),
  headphones: scene(0.3, [28, 10], worn.headphones({ color: Sage })),
  earbuds: scene(
    0.04,
    [20, 20],
    put(audio.earbuds({ color: Coral }), [-4.6, 0, 0]),
    put(audio.earbuds({ color: Porcelain, closed: true }), [5.6, 0, 3], [0, -0.4, 0]),
  ),
  speakers: scene(
    0.1,
    [18, 10],
    put(audio.bookshelf({ color: finishes.Walnut }), [0, 0, -8]),
    put(audio.portableSpeaker({ color: Coral }), [4, 0, 20], [0, -0.25, 0]),
  ),
  play: scene(
    0.76,
    [14, 14],
    put(play.handheld(), [0, 0, -8]),
    put(play.controller({ color: Porcelain }), [-10, 0, 8], [0, 0.3, 0]),
    put(play.camera({ color: Silver }), [9, 0, 8], [0, -0.3, 0]),
  ),
  gaming: scene(
    0.73,
    [16, 12],
    put(play.handheld({ palette: 'dusk' }), [0, 0, -8]),
    put(play.controller({ color: finishes.Lime }), [4, 0, 8], [0, -0.25, 0]),
  ),
  cameras: scene(0.11, [22, 14], put(play.camera({ color: Silver }), [-3, 0, 0]), put(play.lensUpright(), [9, 0, 5])),
  workspace: scene(
    0.1,
    [18, 24],
    put(keys(Porcelain, warm), [-4, 0, 10]),
    put(inputs.mouse({ color: Porcelain }), [18, 0, 11]),
    put(props.mug(), [-14, 0, -5]),
    put(props.plant(), [14, 0, -6]),
    put(power.puck({ color: Sand }), [-1, 0, -4]),
  ),
  keyboards: scene(
    0.3,
    [-22, 34],
    put(keys(finishes.Sage, ['#f1eee4', '#b9c7b2', '#e7b65a']), [0, 0, -8]),
    put(keys(Graphite, ['#2a2c30', '#3d4046', '#ee7159']), [4, 0, 10]),
  ),
  mice: scene(
    0.58,
    [28, 32],
    put(inputs.mouse({ color: finishes.Rose }), [-5, 0, 0], [0, 0.2, 0]),
    put(inputs.mouse({ color: '#1d1e21', kind: 'gaming', accent: finishes.Lime }), [5, 0, 3], [0, -0.1, 0]),
  ),
  power: scene(
    0.13,
    [22, 22],
    put(power.powerBank({ color: Sky }), [-5, 0, -2], [0, 0.2, 0]),
    put(power.trioCharger(), [5, 0, -1], [0, -0.1, 0]),
    put(power.cubeCharger({ color: Porcelain }), [6, 0, 7]),
  ),
  desk: scene(
    0.09,
    [26, 12],
    put(desk.laptopStand({ color: Silver }), [0, 0, 0]),
    put(computers.laptop({ color: Graphite, palette: 'ember', open: 112 }), [0, 13.6, 1], [0.3, 0, 0]),
    put(props.plant(), [30, 0, -8]),
  ),
  home: scene(
    0.36,
    [16, 12],
    put(home.router(), [-8, 0, -6]),
    put(home.thermostat({ color: Silver }), [14, 0, -2], [0, -0.2, 0]),
    put(home.bulb({}), [2, 0, 10]),
    put(storage.portableSsd({ color: Coral, flat: true }), [-9, 0, 11], [0, 0.4, 0]),
  ),
  networking: scene(0.56, [16, 14], home.meshUnits({ count: 3 })),
  'smart-home': scene(
    0.3,
    [18, 12],
    put(home.indoorCamera({ color: Porcelain }), [-8, 0, 0]),
    put(home.airSensor(), [4, 0, -3], [0, -0.1, 0]),
    put(home.bulb({ on: '#ff9f7a' }), [12, 0, 3]),
  ),
  storage: scene(0.63, [20, 16], put(storage.nas(), [-4, 0, -10]), put(storage.portableSsd({ color: Coral }), [8, 0, 6], [0, -0.2, 0])),
};

function deskTop() {
  return group(
    put(desk.deskMat({ color: Sage }), [0, 0, 6], [0, 0, 0], 0.84),
    put(computers.laptop({ color: Silver, palette: 'dusk', window: 'photo' }), [0, 0.5, -6], [0, 0.12, 0]),
    put(keys(Porcelain, warm), [1, 0.5, 15]),
    put(inputs.mouse({ color: Porcelain }), [23, 0.5, 14]),
    put(onStand(Graphite), [-29, 0, -6], [0, 0.35, 0]),
    put(props.lamp('#5d7a8c'), [24, 0, -20], [0, Math.PI + 0.25, 0]),
    put(props.books(), [36, 0, -6], [0, 0.2, 0]),
    put(props.plant(), [36, 7, -6], [0, 0, 0], 1.15),
    put(props.mug(), [29, 0.5, 4], [0, -0.6, 0]),
    upright(one(Midnight, { palette: 'sand' }), [-21, 0.5, 10], 0.35),
  );
}

const day = paper(0.09, 0.36, 0.89);
const night = { top: '#191b21', bottom: '#121318', glow: '#3a3230', shadow: '#040406' };
const wide = { width: 1600, height: 750, from: [14, 15], fill: 0.63, fov: 20, look: [-0.7, 0.02], glowAt: [0.68, 0.6] };
const tall = { width: 880, height: 770, from: [14, 16], fill: 0.93, fov: 20 };
const evening = { backdrop: night, ambient: 0.34, key: 1.7, dome: 0.7, shadow: 0.9 };

Object.assign(scenes, {
  'hero-desk': () => ({ subject: deskTop(), backdrop: day, ...wide }),
  'hero-desk-phone': () => ({ subject: deskTop(), backdrop: day, ...tall }),
  'hero-desk-dark': () => ({ subject: deskTop(), ...wide, ...evening }),
  'hero-desk-phone-dark': () => ({ subject: deskTop(), ...tall, ...evening }),
});
