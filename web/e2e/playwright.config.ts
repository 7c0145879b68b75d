import { defineConfig } from '@playwright/test';

const port = 5391;
const host = '../../src/Host/bin/Release/net10.0/Tradepost.Host.dll';

/** The journeys of the shop in a real browser against the real host, its own database and its demo shop. */
export default defineConfig({
  testDir: '.',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  reporter: [['list']],
  outputDir: '../../.data/e2e-results',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: `rm -rf ../../.data/e2e && dotnet ${host} serve --port ${port} --data ../../.data/e2e`,
    url: `http://127.0.0.1:${port}/health/ready`,
    timeout: 180_000,
    env: { TRADEPOST_DEMO_PASSWORD: 'demo-password-for-tests' },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
