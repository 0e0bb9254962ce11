// `npm start`: installs what is missing, builds, and opens the app. Words after `--` go to the app.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildWhenOlder } from './build-when-older.mjs'
import { findElectron, standin } from './find-electron.mjs'
import { installSystemPackages } from './install-browser.mjs'
import { continueUnderNode24, end, environment, installPackages, project, say, succeeds } from './install-missing.mjs'

installPackages()
continueUnderNode24(fileURLToPath(import.meta.url))
if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  say(
    'There is no display here, so no window can be opened. Kith works in an invisible one and shows itself in pictures: npm run demo.',
  )
  const words = process.argv.slice(2)
  if (words.length > 0) say(`The pictures show a workspace of their own, so this is not used: ${words.join(' ')}`)
  process.exit(succeeds(process.execPath, [fileURLToPath(new URL('demo.mjs', import.meta.url))]) ? 0 : 1)
}
buildWhenOlder()

const electron = findElectron()
if (electron === null) {
  if (process.platform === 'win32')
    end('Without Electron’s binary Kith cannot be shown on Windows. Connect to the internet once and start again.')
  say(
    'So Kith runs in its stand-in: the same program, shown in a plain window of the Chromium on this computer. A menu bar is missing there; its keys work.',
  )
  installSystemPackages(['dialogs'])
  if (!installSystemPackages(['browser']))
    end('Without Electron or Chromium there is nothing to show Kith in. Please install Chromium.')
}
say('Kith is starting.')
const child = spawn(electron ?? standin, ['.', ...process.argv.slice(2)], {
  cwd: project,
  stdio: 'inherit',
  env: { ...environment(), ...(electron === null ? { STANDIN_HEADED: '1' } : {}) },
})
child.on('error', (error) => end(`Kith could not be started: ${error.message}`))
child.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
