import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The shop that the dev server passes requests on to, started with ./run.
const api = process.env.ADMIN_API ?? 'http://127.0.0.1:5080';

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  // React must be one copy, whatever the workspace hoists.
  resolve: { dedupe: ['react', 'react-dom', 'react-router', '@tanstack/react-query'] },
  server: { port: 5174, strictPort: true, proxy: { '/api': api, '/media': api } },
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  test: {
    name: 'admin',
    environment: 'jsdom',
    globals: true,
    setupFiles: ['src/test/setup.ts'],
    css: false,
    testTimeout: 30_000,
  },
});
