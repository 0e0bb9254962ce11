// `npm test`: everything that must hold, one step after the other, stopping at the first that fails. The last line counts the tests.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from './find-electron.mjs'
import { installSystemPackages } from './install-browser.mjs'
import { continueUnderNode24, end, environment, installPackages, project, say, succeeds } from './install-missing.mjs'

installPackages()
continueUnderNode24(fileURLToPath(import.meta.url))

const cache = join(project, 'node_modules', '.cache', 'kith')
const unitReport = join(cache, 'vitest.json')
const windowReport = join(cache, 'playwright.json')
for (const report of [unitReport, windowReport]) rmSync(report, { force: true })

const isReal = process.env.E2E_ELECTRON === 'real'
if (isReal && findElectron() === null) end('E2E_ELECTRON=real asks for Electron’s binary, and it is not here.')
if (!installSystemPackages(['browser', 'pdf', 'display', 'fonts']))
  end('Without these the tests cannot run. Please install them.')
if (!process.env.KITH_REAL_DATA) say('KITH_REAL_DATA names no folder, so the tests on real files are left out.')

const npm = (script, ...words) => succeeds('npm', ['run', '--silent', script, ...(words.length > 0 ? ['--', ...words] : [])])
const windows = () =>
  succeeds('npm', ['run', '--silent', 'e2e', '--', '--reporter=list,json'], {
    env: { ...environment(), PLAYWRIGHT_JSON_OUTPUT_NAME: windowReport },
  })

const steps = [
  { name: 'Types', run: () => npm('typecheck') },
  { name: 'Lint', run: () => npm('lint') },
  { name: 'Rules between rooms', run: () => npm('lint:rules') },
  { name: 'Format', run: () => npm('format:check') },
  {
    name: 'Unit and property tests',
    run: () => npm('unit', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`),
  },
  { name: 'Five machines, killed, cut off and out of space, for a minute', run: () => npm('test:nemesis') },
  { name: 'Build', run: () => npm('build') },
  { name: `Windows of the whole app, ${isReal ? 'in Electron' : 'in the stand-in for Electron'}`, run: windows },
]

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

const runSteps = () => {
  for (const [index, { name, run }] of steps.entries()) {
    const since = performance.now()
    say(`\n── ${index + 1}/${steps.length} ${name}`)
    if (!run()) {
      say(`── ${name}: failed after ${seconds(since)}`)
      return false
    }
    say(`── ${name}: ${seconds(since)}`)
  }
  return true
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

const isGood = runSteps()
const { numPassedTests = 0, numFailedTests = 0 } = read(unitReport)
const { expected = 0, unexpected = 0, flaky = 0 } = read(windowReport).stats ?? {}
const failed = numFailedTests + unexpected + flaky
// A step without tests of its own that fails counts as one.
say(`\n${numPassedTests + expected} passed, ${isGood ? failed : Math.max(1, failed)} failed`)
process.exit(isGood && failed === 0 ? 0 : 1)
