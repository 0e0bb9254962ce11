// `npm run bench`: the limit and Kith side by side in one run, medians, printed as a table. Exits 1 if a goal is missed.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Row, printTable } from './measure.ts'
import { benchReads } from './reads.ts'
import { benchEdits, benchImport } from './writes.ts'
import { makeWorkspace, SIZES } from './workspace.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
const only = process.argv.slice(2)
const wanted = (part: string): boolean => only.length === 0 || only.includes(part)

try {
  const file = join(folder, 'kith.db')
  console.log(
    `Making the workspace: ${Object.entries(SIZES)
      .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
      .join(', ')} …`,
  )
  const start = performance.now()
  await makeWorkspace(file)
  console.log(`… in ${((performance.now() - start) / 1000).toFixed(1)} s, ${(statSync(file).size / 1e6).toFixed(0)} MB.`)
  const rows: Row[] = []
  if (wanted('reads')) rows.push(...(await benchReads(file)))
  if (wanted('edits')) rows.push(...(await benchEdits(file)))
  if (wanted('import')) rows.push(...(await benchImport(file, 100_000)))
  printTable(rows)
  process.exitCode = rows.every(({ isMet }) => isMet) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
