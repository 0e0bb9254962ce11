// `npm run demo`: the main job done in the real window, without a display. Screenshots and the report come out in out/demo/.
// `npm run demo -- --lang=en` shows one language only; without it both are shown.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWhenOlder } from './build-when-older.mjs'
import { findElectron } from './find-electron.mjs'
import { installSystemPackages } from './install-browser.mjs'
import { continueUnderNode24, end, installPackages, say, succeeds } from './install-missing.mjs'

installPackages()
continueUnderNode24(fileURLToPath(import.meta.url))

const languages = ['zh-CN', 'en']
// `npm run demo -- help` renews the pictures of the help inside the app.
const isHelp = process.argv.includes('help')
const wanted = process.argv
  .slice(2)
  .filter((word) => word !== 'help')
  .map((word) => /^--lang=(.+)$/.exec(word)?.[1] ?? word)
const unknown = wanted.find((language) => !languages.includes(language))
if (unknown !== undefined) end(`I do not know “${unknown}”. Say --lang=zh-CN or --lang=en, or nothing for both.`)

const isReal = process.env.E2E_ELECTRON === 'real'
if (isReal && findElectron() === null) end('E2E_ELECTRON=real asks for Electron’s binary, and it is not here.')
if (!installSystemPackages(['browser', 'fonts', ...(isReal ? ['display'] : [])]))
  end('Without these there is nothing to show Kith in. Please install them.')
buildWhenOlder()

const words = [join('test', 'demo', 'demo.ts'), ...(isHelp ? ['help'] : []), ...(wanted.length > 0 ? wanted : languages)]
const hasDisplay = !isReal || process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
const isGood = hasDisplay
  ? succeeds(process.execPath, words)
  : succeeds('xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', process.execPath, ...words])
if (!isGood) end('The demonstration stopped; the reason stands above.')
say(isHelp ? 'Done. The pictures of the help are renewed.' : 'Done. Everything is in out/demo.')
