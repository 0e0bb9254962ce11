// Checks the types of each process by its own tsconfig, all of them even when one fails.
import { succeeds } from './install-missing.mjs'

const parts = ['src/shared', 'src/main', 'src/preload', 'src/renderer', 'test', 'scripts']
const failed = parts.filter((part) => !succeeds('tsc', ['--noEmit', '-p', part]))
if (failed.length > 0) console.error(`Types do not hold in ${failed.join(', ')}.`)
process.exit(failed.length > 0 ? 1 : 0)
