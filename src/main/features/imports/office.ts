// What an office has set up that rows speak of: stages, ticket statuses, its own fields. Read once for an import.
import { dayInZone } from '#shared/base/day.ts'
import type { Language } from '#shared/base/messages.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { isImportable, type OwnFields } from '#shared/imports/own-fields.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'
import type { Db } from '#main/db/database.ts'
import { readFieldBook } from '#main/records/field-book.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { sql } from 'kysely'
import { compileSql } from '#main/db/builder.ts'
import { isActive } from '#main/db/selection.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import { listPeople, type Named } from './imports.repository.ts'
import { kinds } from './kinds.ts'

export interface Office {
  readonly currency: string
  readonly timeZone: string
  readonly language: Language
  readonly today: string
  readonly now: string
  readonly actorId: string | null
}

export const readOffice = ({ run, now, actor }: Pick<CallContext, 'run' | 'now' | 'actor'>): Office => {
  const { currency, timeZone, language } = run('settings.get', {})
  return { currency, timeZone, language, today: dayInZone(now(), timeZone), now: now(), actorId: actor.userId }
}

/** The own fields of a kind of record. The names that a field leads to are read once, and only if a file has it. */
export const ownFieldsOf = (db: Db, entity: ImportEntity, { timeZone }: Pick<Office, 'timeZone'>): OwnFields => {
  const { fielded } = kinds[entity]
  const definitions = fielded === null ? [] : readFieldBook(db, fielded).fields.filter(isImportable)
  const registers = new Map<string, Map<string, string>>()
  const registerOf = (field: FieldDefinition): Map<string, string> => {
    let register = registers.get(field.key)
    if (!register) registers.set(field.key, (register = byName(ledTo(db, field))))
    return register
  }
  return {
    definitions,
    timeZone,
    find: (field, name) => {
      const found = registerOf(field).get(foldName(name))
      return found === undefined ? null : found === 'ambiguous' ? 'ambiguous' : { id: found }
    },
  }
}

const byName = (named: readonly Named[]): Map<string, string> => {
  const known = new Map<string, string>()
  for (const { id, name } of named) known.set(foldName(name), known.has(foldName(name)) ? 'ambiguous' : id)
  return known
}

/** The people or records that an own field can lead to. */
export const ledTo = (db: Db, { type, config }: FieldDefinition): Named[] => {
  if (type === 'user') return listPeople(db)
  const target = config.target ?? 'company'
  const name = kinds[target].nameColumn
  const table = recordTableOf(target)
  return db.all(compileSql(sql<Named>`select id, ${sql.ref(name)} as name from ${sql.table(table)} where ${isActive(table)}`))
}
