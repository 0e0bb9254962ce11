// Installs, by the system's own package manager, what stands in for Electron where its binary cannot be had: Chromium and its company.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say, succeeds } from './install-missing.mjs'

const browsers = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable']
const browserPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, process.platform === 'win32' ? `${name}.exe` : name)))

const hasBrowser = () =>
  Boolean(process.env.STANDIN_CHROMIUM) || browsers.some(onPath) || browserPlaces.some((place) => existsSync(place))
const hasChineseFont = () =>
  !onPath('fc-list') || spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout.trim() !== ''

// What is looked for → its package with each package manager; a manager without an entry has the thing or needs none.
const needs = {
  browser: {
    what: 'a Chromium browser',
    isThere: hasBrowser,
    packages: { 'apt-get': 'chromium', dnf: 'chromium', pacman: 'chromium', brew: '--cask chromium', winget: 'Google.Chrome' },
  },
  pdf: {
    what: 'a reader of PDF files',
    isThere: () => onPath('pdftotext'),
    packages: { 'apt-get': 'poppler-utils', dnf: 'poppler-utils', pacman: 'poppler', brew: 'poppler' },
  },
  display: {
    what: 'a display in memory',
    isThere: () => process.platform !== 'linux' || onPath('xvfb-run'),
    packages: { 'apt-get': 'xvfb', dnf: 'xorg-x11-server-Xvfb', pacman: 'xorg-server-xvfb' },
  },
  dialogs: {
    what: 'a way to ask for files',
    isThere: () => process.platform !== 'linux' || onPath('zenity'),
    packages: { 'apt-get': 'zenity', dnf: 'zenity', pacman: 'zenity' },
  },
  fonts: {
    what: 'Chinese fonts',
    isThere: hasChineseFont,
    packages: { 'apt-get': 'fonts-noto-cjk', dnf: 'google-noto-sans-cjk-fonts', pacman: 'noto-fonts-cjk' },
  },
}

const managers = {
  'apt-get': { refresh: ['update', '-q'], install: ['install', '-y', '-q', '--no-install-recommends'], asRoot: true },
  dnf: { install: ['install', '-y', '-q'], asRoot: true },
  pacman: { refresh: ['-Sy'], install: ['-S', '--noconfirm', '--needed'], asRoot: true },
  brew: { install: ['install', '--quiet'], asRoot: false },
  winget: { install: ['install', '--silent', '--accept-package-agreements', '--accept-source-agreements'], asRoot: false },
}

/** Installs the named needs that are not there; true when all of them are there afterwards. */
export const installSystemPackages = (names) => {
  const missing = names.map((name) => needs[name]).filter(({ isThere }) => !isThere())
  if (missing.length === 0) return true
  const words = missing.map(({ what }) => what).join(', ')
  const name = Object.keys(managers).find(onPath)
  if (name === undefined) {
    say(`This computer lacks ${words}, and I find no package manager to install it with.`)
    return false
  }
  const packages = missing.flatMap((need) => need.packages[name]?.split(' ') ?? [])
  say(`This computer lacks ${words}; I install ${packages.join(', ')} with ${name}.`)
  const { refresh, install, asRoot } = managers[name]
  const run = runner(name, asRoot)
  // Without fresh lists of packages the names may lead nowhere; an outdated list may do, so its failure is not the end.
  if (refresh && !run(refresh)) say(`${name} could not refresh its lists; I try with those it has.`)
  if (!run([...install, ...packages])) say(`${name} could not install ${packages.join(', ')}; it says above why.`)
  return missing.every(({ isThere }) => isThere())
}

const runner = (program, asRoot) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, stdio: ['ignore', 'inherit', 'inherit'] }
  const needsSudo = asRoot && process.getuid?.() !== 0
  return (words) =>
    needsSudo
      ? succeeds('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', program, ...words], options)
      : succeeds(program, words, options)
}
