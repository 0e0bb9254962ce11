// Loaded before everything else in every thread of a machine that is tried: its clock is wrong by as many ms as a file says.
import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 50
const file = process.env['KITH_TRIED_CLOCK']
const right = Date.now
let wrongBy = 0
let lookedAt = Number.NEGATIVE_INFINITY

if (file !== undefined)
  Date.now = () => {
    const now = performance.now()
    if (now - lookedAt > LOOK_EVERY_MS) {
      lookedAt = now
      wrongBy = Number(readFileSync(file, 'utf8'))
    }
    return right() + wrongBy
  }
