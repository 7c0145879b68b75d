export * from './words.ts';
export * from './theme.ts';
