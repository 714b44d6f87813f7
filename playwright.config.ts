import { defineConfig } from '@playwright/test'
import { readEnv } from './lib/env'
import { findBrowser } from './lib/server/launch/suite/browser'

/** Tests that are for a phone alone are tagged `@phone` or in a `*.phone.spec.ts`. */
const PHONE = /@phone|\.phone\.spec/
const desktop = { grepInvert: PHONE, use: { viewport: { width: 1280, height: 800 } } }
const phone = { grep: PHONE, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } }

/** Tests that make and change records run after those that read figures, which must stay as they are meanwhile. */
const RECORDING =
  /\/(import|lists|live|merge|moved-customers|new-order|order|profile|registration|settings|since)(\.phone)?\.spec\.ts$/
const recording = { testMatch: RECORDING, dependencies: ['desktop', 'phone'] }

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What the demo prints once it answers; each named part becomes an environment variable of the tests. */
const READY =
  /ready: http:\/\/127\.0\.0\.1:(?<demo_port>\d+)[\s\S]*admin@demo\.example +(?<admin_password>\S+)\s+manager@demo\.example +(?<manager_password>\S+)\s+(?<clerk_email>clerk\.\S+) +(?<clerk_password>\S+)\s+(?<viewer_email>viewer\.\S+) +(?<viewer_password>\S+)\s/

/** The built application with the sample workshop in a database of its own, seen through Chromium. */
export default defineConfig({
  testDir: 'e2e/browser',
  outputDir: 'test-results',
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    // Set by Playwright, for its workers, from what the server writes.
    baseURL: `http://127.0.0.1:${process.env.DEMO_PORT}`,
    launchOptions: { executablePath: findBrowser(readEnv()) ?? undefined, args },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    // Pictures of every frame are drawn by the processor, which the tests need; the trace shows the page without them.
    trace: { mode: 'retain-on-failure', screenshots: false },
    // What moves is waited for until it stands still, and drawn by the same processor; no test is about motion.
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    { name: 'desktop', testIgnore: RECORDING, ...desktop },
    { name: 'phone', testIgnore: RECORDING, ...phone },
    { name: 'desktop, recording', ...recording, ...desktop },
    { name: 'phone, recording', ...recording, ...phone },
  ],
  webServer: {
    command: 'node scripts/run.mjs demo --temporary',
    env: { PORT: '0', LOG_LEVEL: 'warn' },
    wait: { stdout: READY },
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stderr: 'pipe',
  },
})
