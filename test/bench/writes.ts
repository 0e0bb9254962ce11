// One edit and one import through the door, beside the same rows written raw, each on a copy of the same file.
import { randomFillSync } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Papa from 'papaparse'
import { registry } from '#main/db/registry/tables.ts'
import { BULK_CACHE_MB, openConnection, type RawConnection, WRITER_CACHE_MB } from '#main/db/raw-connection.ts'
import { documentNumber, documentOf } from '#main/db/search/documents.ts'
import { companyText, emailText, phoneText } from '#main/records/match-texts.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import { createIdMaker } from '#main/db/write/ids.ts'
import { type BenchFile, writingDoor } from './door.ts'
import { importAlone } from './import-alone.ts'
import { boundRow, median, ratioRow, type Row, sideBySide } from './measure.ts'
import { personMaker, seeded } from './people.ts'

const KIND = registry.companies.search.kind
const EMPTY = Object.fromEntries(Object.keys(registry.companies.columns).map((column) => [column, null]))
type CompanyValues = Parameters<typeof registry.companies.derive>[0]
// A whole row: every column is there, empty or not.
const wholeRow = (values: Record<string, unknown>): CompanyValues => ({ ...EMPTY, ...values }) as unknown as CompanyValues

const searchStatements = (raw: RawConnection) => {
  const words = raw.prepare('INSERT INTO search (rowid, name, pinyin, initials, phone, words) VALUES (?,?,?,?,?,?)')
  const parts = raw.prepare('INSERT INTO searchParts (rowid, parts) VALUES (?,?)')
  const remove = [raw.prepare('DELETE FROM search WHERE rowid = ?'), raw.prepare('DELETE FROM searchParts WHERE rowid = ?')]
  return {
    remove: (document: number) => remove.forEach((statement) => statement.run(document)),
    insert: (document: number, row: CompanyValues) => {
      const made = documentOf(registry.companies.search.text(row))
      words.run(document, ...made.columns)
      if (made.parts !== '') parts.run(document, made.parts)
    },
  }
}

const copyOf = ({ file, key }: BenchFile, name: string): BenchFile => {
  const copy = join(file, '..', name)
  copyFileSync(file, copy)
  return { file: copy, key }
}

const removeFile = (file: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
}

export const benchEdits = async (at: BenchFile): Promise<Row[]> => {
  const [rawFile, kithFile] = [copyOf(at, 'edit-raw.db'), copyOf(at, 'edit-kith.db')]
  const raw = openConnection({ ...rawFile, cacheMb: WRITER_CACHE_MB })
  const door = await writingDoor(kithFile)
  const index = searchStatements(raw)
  const ids = raw.prepare<[], { id: string; no: number }>('SELECT id, no FROM companies ORDER BY id LIMIT 4000').all()
  const rowOf = (round: number) => ids[(round * 37) % ids.length] ?? { id: '', no: 0 }
  const select = raw.prepare('SELECT * FROM companies WHERE no = ?')
  const rename = raw.prepare('UPDATE companies SET name = ?, sortName = ?, updatedAt = ? WHERE no = ?')
  const describe = raw.prepare('UPDATE companies SET description = ?, updatedAt = ? WHERE no = ?')

  const named = await sideBySide(
    400,
    (round) =>
      raw.transaction(() => {
        const { no } = rowOf(round)
        const row = { ...wholeRow(select.get(no) as Record<string, unknown>), name: `Renamed ${round} 华腾` }
        rename.run(row.name, registry.companies.derive(row).sortName, new Date().toISOString(), no)
        index.remove(documentNumber(KIND, no))
        index.insert(documentNumber(KIND, no), row)
      })(),
    (round) => door.ask('companies.update', { id: rowOf(round).id, name: `Renamed ${round} 华腾` }),
  )
  const described = await sideBySide(
    400,
    (round) => raw.transaction(() => describe.run(`Note ${round}`, new Date().toISOString(), rowOf(round).no))(),
    (round) => door.ask('companies.update', { id: rowOf(round).id, description: `Note ${round}` }),
  )
  raw.close()
  door.close()
  removeFile(rawFile.file)
  removeFile(kithFile.file)
  return [
    ratioRow('one edit: a name, with its search index', named, 2),
    ratioRow('one edit: a note, no search index', described, 2),
  ]
}

/** 100,000 companies as a file that Excel would write. */
export const writeCsv = (file: string, rows: number): void => {
  const { company } = personMaker(seeded(77))
  const lines = Array.from({ length: rows }, (_, index) => {
    const { name, phone, email, city } = company(1_000_000 + index)
    return [`"${name} ${index}"`, phone, email, city, 'retail', String(index % 900)].join(',')
  })
  writeFileSync(file, `name,phone,email,city,industry,employees\r\n${lines.join('\r\n')}\r\n`)
}

/** Whether a company is there already, by e-mail, phone number or name: the least that must be asked before one is made. */
const duplicateCheck = (raw: RawConnection): ((row: Pick<CompanyValues, 'name' | 'email' | 'phone'>) => boolean) => {
  const known = new Set<string>()
  const keysOf = ({ name, email, phone }: Pick<CompanyValues, 'name' | 'email' | 'phone'>): string[] => [
    `n${companyText(name, foldName(name)) ?? ''}`,
    ...(email === null ? [] : [`e${emailText(email) ?? ''}`]),
    ...(phone === null ? [] : [`p${phoneText(phone) ?? ''}`]),
  ]
  const all = raw.prepare<[], CompanyValues>('SELECT name, email, phone FROM companies WHERE archivedAt IS NULL')
  for (const row of all.iterate()) for (const key of keysOf(row)) known.add(key)
  return (row) => {
    const keys = keysOf(row)
    const isKnown = keys.some((key) => known.has(key))
    for (const key of keys) known.add(key)
    return isKnown
  }
}

const importRaw = (at: BenchFile, csv: string): void => {
  const raw = openConnection({ ...at, cacheMb: BULK_CACHE_MB })
  const index = searchStatements(raw)
  let now = Date.now()
  const newId = createIdMaker(
    () => now++,
    (bytes) => void randomFillSync(bytes),
  )
  const isThere = duplicateCheck(raw)
  let doubled = 0
  const { data } = Papa.parse<string[]>(readFileSync(csv, 'utf8'), { skipEmptyLines: true })
  const columns = ['id', 'ver', 'updatedAt', ...Object.keys(registry.companies.columns), 'sortName', 'sortCity', 'sortIndustry']
  const insert = raw.prepare(`INSERT INTO companies (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
  raw.transaction(() => {
    const at = new Date().toISOString()
    for (const [name, phone, email, city, industry, employees] of data.slice(1)) {
      const row = wholeRow({ createdAt: at, isSample: 0, name, phone, email, city, industry, employees: Number(employees) })
      if (isThere(row)) doubled += 1
      const { sortName, sortCity, sortIndustry } = registry.companies.derive(row)
      const { lastInsertRowid } = insert.run(newId(), 1, at, ...Object.values(row), sortName, sortCity, sortIndustry)
      index.insert(documentNumber(KIND, Number(lastInsertRowid)), row)
    }
  })()
  raw.close()
  if (doubled > data.length / 100) throw new Error(`${doubled} rows look like others.`)
}

export const benchImport = async (at: BenchFile, rows: number): Promise<Row[]> => {
  const csv = join(at.file, '..', 'companies.csv')
  writeCsv(csv, rows)
  const door = await writingDoor(copyOf(at, 'import-plan.db'))
  const { plan } = await door.ask('imports.inspect', { files: [csv], entity: 'company' })
  door.close()
  if (plan === null) throw new Error('No plan was proposed.')
  const times = await sideBySideFiles(
    3,
    at,
    (copy) => importRaw(copy, csv),
    async (copy) => {
      const writing = await writingDoor(copy)
      const result = await writing.ask('imports.run', { files: [csv], plan })
      writing.close()
      const came = result.tables[0]?.counts.new
      if (came !== rows) throw new Error(`Only ${came} of ${rows} rows came in.`)
    },
  )
  removeFile(join(at.file, '..', 'import-plan.db'))
  const alone = await importAlone(dirname(at.file), csv)
  removeFile(csv)
  return [
    ratioRow(`import of ${rows.toLocaleString('en')} CSV rows: parse, duplicate check, rows, search index`, times, 1.5),
    boundRow('… its preview, in a program just started', alone.previewMs, 3000),
    boundRow('… the most memory of that program, all its threads', alone.peakMb, 400, 'MB'),
  ]
}

const sideBySideFiles = async (
  rounds: number,
  at: BenchFile,
  limit: (copy: BenchFile) => unknown,
  kith: (copy: BenchFile) => Promise<void>,
) => {
  const onCopy = async (name: string, work: (copy: BenchFile) => unknown): Promise<number> => {
    const copy = copyOf(at, name)
    const start = performance.now()
    await work(copy)
    const took = performance.now() - start
    removeFile(copy.file)
    return took
  }
  const times: { limit: number[]; kith: number[] } = { limit: [], kith: [] }
  for (let round = 0; round < rounds; round++) {
    times.limit.push(await onCopy('import-raw.db', limit))
    times.kith.push(await onCopy('import-kith.db', kith))
  }
  return { limit: median(times.limit), kith: median(times.kith) }
}
