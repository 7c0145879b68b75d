export * from './money.ts';
export * from './dates.ts';
export * from './text.ts';
export * from './zones.ts';
export * from './promotions.ts';
