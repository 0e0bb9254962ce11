// Keeps one index for each custom field that lists are sorted and filtered by. They follow the fields, whoever made or removed those: this
// machine, an undo, or another machine of the office.
import type { FieldedType } from '#shared/base/fields.ts'
import { layouts } from '../registry/layout.ts'
import type { RawConnection } from '../raw-connection.ts'
import { fieldKeyText } from './field-sql.ts'
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'

/**
 * The fields of each kind of record that a saved view is sorted, filtered or grouped by, then the first others; more would make every write
 * slower for fields that are seldom asked about.
 */
const INDEXED_FIELDS = 32
const PREFIX = 'customField_'

const hasKey = (key: string): boolean => !['l', 'o', null].includes(storageClassOf(key))

/** What decides which fields have an index. */
export const decidesIndexes = (table: string): boolean => table === 'customFields' || table === 'views'

/** A view as it is stored, without its columns: shown fields need no index. Not every machine's view need be JSON. */
const ASKED = `SELECT CASE WHEN json_valid(config) THEN json_remove(config, '$.columns') END AS asked FROM views WHERE archivedAt IS NULL`

/** Makes missing indexes and drops those of removed fields. Answers whether it changed any. */
export const followCustomFields = (raw: RawConnection): boolean => {
  const wanted = new Map<string, string>()
  const fields = raw
    .prepare<[], { entity: FieldedType; key: string }>(
      `WITH view AS MATERIALIZED (${ASKED})
       SELECT entity, key FROM customFields WHERE archivedAt IS NULL
       ORDER BY EXISTS (SELECT 1 FROM view WHERE instr(asked, key) > 0) DESC, createdAt, id`,
    )
    .all()
  for (const { name, customFor } of layouts.values()) {
    if (customFor === null) continue
    const own = fields.filter(({ entity, key }) => entity === customFor && hasKey(key)).slice(0, INDEXED_FIELDS)
    for (const { key } of own) {
      wanted.set(
        `${PREFIX}${name}_${key}`,
        `CREATE INDEX ${PREFIX}${name}_${key} ON ${name} (${fieldKeyText(key)}, id) WHERE archivedAt IS NULL`,
      )
    }
  }
  const present = new Set(
    raw
      .prepare<[string], { name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND substr(name, 1, ?) = '" + PREFIX + "'",
      )
      .all(String(PREFIX.length))
      .map(({ name }) => name),
  )
  const missing = [...wanted].filter(([name]) => !present.has(name))
  const superfluous = [...present].filter((name) => !wanted.has(name))
  for (const name of superfluous) raw.exec(`DROP INDEX ${name}`)
  for (const [, statement] of missing) raw.exec(statement)
  return missing.length + superfluous.length > 0
}
