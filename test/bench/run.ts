// `npm run bench`: the limit and Kith side by side in one run, medians, printed as a table. Exits 1 if a goal is missed.
// Arguments name the parts to run (reads search edits import exports duplicates unlock during memory window lists frames); without any, all of them.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printTable, type Row } from './measure.ts'
import { benchDuplicates } from './duplicates.ts'
import { benchExports } from './exports.ts'
import { benchLists } from './lists.ts'
import { makeOffice } from './office.ts'
import { benchReads } from './reads.ts'
import { benchSearch } from './search.ts'
import { benchMemory, benchSearchDuringImport, benchUnlock } from './threads.ts'
import { benchFramesOfImport, benchWindow, benchWindowMemory } from './window.ts'
import { benchEdits, benchImport } from './writes.ts'
import { SIZES } from './workspace.ts'

const base = mkdtempSync(join(tmpdir(), 'kith-bench-'))
const folder = join(base, 'office')
const asked = process.argv.slice(2)
const ROWS = 100_000

try {
  const sizes = Object.entries(SIZES).map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
  console.log(`Making the workspace: ${sizes.join(', ')} …`)
  const start = performance.now()
  const key = await makeOffice(folder)
  const at = { file: join(folder, 'kith.db'), key }
  console.log(`… in ${((performance.now() - start) / 1000).toFixed(1)} s, ${(statSync(at.file).size / 1e6).toFixed(0)} MB.`)

  const parts: readonly (readonly [string, () => Promise<Row[]>])[] = [
    ['reads', () => benchReads(at)],
    ['search', () => benchSearch(at)],
    ['edits', () => benchEdits(at)],
    ['import', () => benchImport(at, ROWS)],
    ['exports', () => benchExports(at)],
    ['duplicates', () => benchDuplicates(base)],
    ['unlock', () => benchUnlock(folder)],
    ['memory', () => benchMemory(folder)],
    ['window', () => benchWindow(folder)],
    ['lists', () => benchLists(base, ROWS)],
    ['million', async () => [...(await benchLists(base, 1_000_000)), ...(await benchWindowMemory(base, 1_000_000))]],
    ['frames', () => benchFramesOfImport(folder, ROWS)],
    // Last: it leaves its rows behind.
    ['during', () => benchSearchDuringImport(folder, ROWS)],
  ]
  const rows: Row[] = []
  for (const [name, bench] of parts) {
    if (asked.length > 0 ? !asked.includes(name) : name === 'million') continue
    console.log(`${name} …`)
    rows.push(...(await bench()))
  }
  printTable(rows)
  process.exitCode = rows.every(({ isMet }) => isMet) ? 0 : 1
} finally {
  rmSync(base, { recursive: true, force: true })
}
