// `npm run test:fresh`: the unit and property tests with inputs that were never tried. The seed is printed; KITH_SEED sets it. Words of file names as
// arguments choose among them.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const seed = process.env['KITH_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31))
console.error(`KITH_SEED=${seed}`)
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, KITH_SEED: seed },
})
process.exitCode = status ?? 1
