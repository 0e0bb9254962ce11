// The office's own fields in an import: what columns can go to, whom names lead to, and how values read in a preview.
import { type RawBuilder, sql } from 'kysely'
import type { RecordType } from '#shared/base/fields.ts'
import type { CustomValue } from '#shared/custom-fields/custom-values.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import type { ImportEntity } from '#shared/imports/import.ts'
import { isImportable, type OwnFields } from '#shared/imports/own-fields.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'
import { readFieldBook } from '#main/records/field-book.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { listPeople, type Named } from './imports.repository.ts'
import { createNameRegister, type NameRegister } from './name-register.ts'

const nameColumns: Readonly<Record<RecordType, RawBuilder<string>>> = {
  company: sql<string>`name`,
  contact: sql<string>`name`,
  deal: sql<string>`title`,
  ticket: sql<string>`number`,
}

const listRecords = (db: Db, target: RecordType): Named[] => {
  const table = recordTableOf(target)
  return db.all(
    compileSql(sql<Named>`select id, ${nameColumns[target]} as name from ${sql.table(table)} where ${isActive(table)}`),
  )
}

const ledTo = (db: Db, { type, config }: FieldDefinition): Named[] =>
  type === 'user' ? listPeople(db) : listRecords(db, config.target ?? 'company')

/** The own fields of an import's kind of record. The names that a field leads to are read once, and only if the file has it. */
export const ownFieldsOf = ({ db, run }: CallContext, entity: ImportEntity): OwnFields => {
  const registers = new Map<string, NameRegister>()
  const registerOf = (field: FieldDefinition): NameRegister => {
    let register = registers.get(field.key)
    // Nothing is made for a name that is not there.
    if (!register) registers.set(field.key, (register = createNameRegister(ledTo(db, field), () => '')))
    return register
  }
  return {
    definitions: readFieldBook(db, entity).fields.filter(isImportable),
    timeZone: run('settings.get', {}).timeZone,
    find: (field, name) => registerOf(field).find(name),
  }
}

/** How a value of an own field reads in a preview. */
export type OwnText = (key: string, value: CustomValue) => string | null

export const ownTextOf = (db: Db, entity: ImportEntity): OwnText => {
  const { fields } = readFieldBook(db, entity)
  const names = new Map<string, ReadonlyMap<string, string>>()
  const nameOf = (field: FieldDefinition, id: string): string => {
    let known = names.get(field.key)
    if (!known) {
      const named = field.choices.length > 0 ? field.choices : ledTo(db, field)
      names.set(field.key, (known = new Map(named.map((one) => [one.id, one.name]))))
    }
    return known.get(id) ?? id
  }
  return (key, value) => {
    const field = fields.find((one) => one.key === key)
    if (!field || value === null) return null
    if (Array.isArray(value)) return value.map((id) => nameOf(field, id)).join(' · ')
    if (['choice', 'user', 'reference'].includes(field.type)) return nameOf(field, String(value))
    return String(value)
  }
}
