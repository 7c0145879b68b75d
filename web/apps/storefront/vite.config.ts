import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// In development the pages come from Vite and everything else from the shop (or the fixture server in dev/).
const shop = process.env.SHOP_URL ?? 'http://127.0.0.1:5080';

// The shop must see the address the browser asked for: it answers links for it, and refuses strangers' sites.
const behind = { target: shop, changeOrigin: false };
const proxy = { '/api': behind, '/media': behind, '/demo-gateway': behind };

export default defineConfig({
  plugins: [react(), tailwind()],
  server: { port: 5173, proxy },
  preview: { port: 4173, proxy },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  test: { name: 'storefront', environment: 'jsdom', globals: true, setupFiles: ['src/testing/setup.ts'], testTimeout: 20_000 },
});
