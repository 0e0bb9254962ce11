// Rows of companies. Parents may stand below their children in the file, so all rows are known before any is tied.
import { isRefused } from '#shared/imports/draft.ts'
import { finishCompany } from '#shared/imports/finish-draft.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import type { RowReading } from '#shared/imports/row-reader.ts'
import type { Registers, ResolvedRow } from './resolution.ts'
import { refuseAmbiguous, refuseRow, warnOfRow } from './row-faults.ts'

interface Candidate {
  readonly reading: RowReading
  readonly id: string
}

export const resolveCompanies = (rows: readonly RowReading[], registers: Registers): ResolvedRow[] => {
  const repeated = repeatedNames(rows)
  const candidates = rows.flatMap((reading) => admit(reading, repeated, registers))
  const parents = new Map<string, string>()
  return candidates.map((candidate) => {
    const { draft } = candidate.reading
    const ownerId = draft.ownerName === null ? null : registers.people.ensure(draft.ownerName)
    return { id: candidate.id, draft, ownerId, companyId: parentOf(candidate, registers, parents), contactId: null, stage: null }
  })
}

/** The row as a company of this import, unless something speaks against it. */
const admit = (reading: RowReading, repeated: ReadonlySet<string>, { companies, people, newId }: Registers): Candidate[] => {
  const { draft, faults } = reading
  faults.push(...finishCompany(draft))
  const { name, parentName, ownerName } = draft
  if (ownerName !== null) {
    refuseAmbiguous(reading, people.find(ownerName), {
      field: 'ownerName',
      name: ownerName,
      messageKey: 'imports.owner.ambiguous',
    })
  }
  if (parentName !== null && (companies.find(parentName) === 'ambiguous' || repeated.has(foldName(parentName)))) {
    refuseRow(reading, 'imports.company.ambiguous', { field: 'parentName', value: parentName, params: { name: parentName } })
  }
  if (name === null || isRefused(faults)) return []

  if (companies.find(name) !== null) {
    warnOfRow(reading, 'imports.company.also_there', { field: 'name', value: name, params: { name } })
  }
  const id = newId()
  companies.add(name, id)
  return [{ reading, id }]
}

/** The parent's id, a new company's where the name is unknown. A company that would stand above itself gets none. */
const parentOf = ({ reading, id }: Candidate, { companies }: Registers, parents: Map<string, string>): string | null => {
  const { parentName } = reading.draft
  if (parentName === null) return null
  const parentId = companies.ensure(parentName)
  for (let above: string | undefined = parentId; above !== undefined; above = parents.get(above)) {
    if (above !== id) continue
    warnOfRow(reading, 'imports.company.own_parent', { field: 'parentName', value: parentName })
    return null
  }
  parents.set(id, parentId)
  return parentId
}

const repeatedNames = (rows: readonly RowReading[]): ReadonlySet<string> => {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { draft, faults } of rows) {
    if (draft.name === null || isRefused(faults)) continue
    const key = foldName(draft.name)
    if (seen.has(key)) repeated.add(key)
    seen.add(key)
  }
  return repeated
}
