// Where the system's Chromium is, and the command line that makes it behave like a part of the app.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { ChromiumOptions } from './chromium.ts'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'chrome.exe',
  'msedge.exe',
]
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** STANDIN_CHROMIUM, else the first browser of the Chromium family that is installed. */
export const findChromium = (): string => {
  const named = process.env['STANDIN_CHROMIUM']
  if (named) return named
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places]
  const found = candidates.find((path) => existsSync(path))
  if (!found) throw new Error('stand-in: no Chromium or Chrome found; install one or name it in STANDIN_CHROMIUM')
  return found
}

export const chromiumArguments = ({ profile, switches, port, headed }: ChromiumOptions): string[] => [
  ...(headed ? ['--test-type'] : ['--headless', '--force-color-profile=srgb']),
  // Chromium refuses its own sandbox to root; Electron does the same.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-backgrounding-occluded-windows',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-features=HttpsUpgrades,Translate,MediaRouter,OptimizationHints,PaintHolding',
  '--disable-gpu',
  '--disable-hang-monitor',
  '--disable-popup-blocking',
  '--disable-quic',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--disable-site-isolation-trials',
  '--disable-sync',
  // Whatever slips past the interception of requests finds no host either.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-startup-window',
  '--password-store=basic',
  '--use-mock-keychain',
  '--remote-debugging-pipe',
  ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
  `--user-data-dir=${profile}`,
  ...switches,
]
