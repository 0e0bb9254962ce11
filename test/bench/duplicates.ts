// The scan for duplicates over 50,000 companies, one in twenty of which is there twice with a slip or in another writing.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { randomFillSync } from 'node:crypto'
import { openExisting, openWriter } from '#main/db/open-workspace.ts'
import { type BenchFile, readingDoor } from './door.ts'
import { makeListedCompanies, OWNERS } from './listed-companies.ts'
import { boundRow, type Row } from './measure.ts'

const RECORDS = 50_000
const DOUBLED = RECORDS / 20
const GOAL_S = 30

interface Doubled {
  readonly name: string
  readonly phone: string | null
  readonly city: string | null
  readonly email: string | null
}

const addDoubles = async (at: BenchFile): Promise<void> => {
  const sources = { nowMs: () => Date.now(), random: (bytes: Uint8Array) => void randomFillSync(bytes) }
  const writer = openWriter(await openExisting(at), sources)
  const rows = writer.raw
    .prepare<[number, number], Doubled>('SELECT name, phone, city, email FROM companies WHERE no % ? = 0 LIMIT ?')
    .all(RECORDS / DOUBLED - 1, DOUBLED)
  writer.write({ actor: OWNERS[0], procedure: 'imports.run', isBulk: true }, (tx) => {
    for (const { name, phone, city, email } of rows) {
      const slipped = name.length > 3 ? name.slice(0, 2) + name.slice(3) : `${name} GmbH`
      tx.insert('companies', { name: slipped, phone: phone === null ? null : `+86 ${phone}`, city, email })
    }
  })
  writer.close()
}

export const benchDuplicates = async (base: string): Promise<Row[]> => {
  const at: BenchFile = { file: join(base, 'duplicates.db'), key: new Uint8Array(32).fill(9) }
  try {
    await makeListedCompanies(at, RECORDS - DOUBLED)
    await addDoubles(at)
    const door = readingDoor(at)
    const start = performance.now()
    const { records, compared, pairs } = await door.ask('duplicates.scan', { recordType: 'company' })
    const seconds = (performance.now() - start) / 1000
    door.close()
    const note = `${compared.toLocaleString('en')} pairs compared, ${pairs.length.toLocaleString('en')} found`
    return [boundRow(`scan of ${records.toLocaleString('en')} companies for duplicates`, seconds, GOAL_S, 's', note)]
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(at.file + end, { force: true })
  }
}
