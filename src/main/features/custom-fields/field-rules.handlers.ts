// What each procedure of the rules about fields does.
import { AppError } from '#shared/base/app-error.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import { hasCircle } from '#shared/custom-fields/conditions.ts'
import type { FieldBook } from '#shared/custom-fields/custom-fields.contract.ts'
import { type FieldRule, type FieldRuleConfig, fieldsOfRule } from '#shared/custom-fields/field-rule.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { layoutFor } from '#main/db/registry/layout.ts'
import { isActive } from '#main/db/selection.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { readFieldBook } from '#main/records/field-book.ts'
import { isPattern } from '#main/records/pattern-match.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import { lastPlace } from './places.ts'

/** Rules of one kind of record; each of them is looked at for every record that is written. */
const MOST_RULES = 300

export const fieldRulesHandlers: Handlers['fieldRules'] = {
  create: ({ tx }, { entity, name, config }) => {
    const book = readFieldBook(tx, entity)
    if (book.rules.length >= MOST_RULES) throw new AppError('conflict', 'customFields.tooManyRules', { most: MOST_RULES })
    requireSound(entity, config, book, null)
    const position = lastPlace(book.rules)
    return requireRule(tx, tx.insert('fieldRules', { entity, name, config: JSON.stringify(config), position }))
  },

  change: ({ tx }, { id, name, config }) => {
    const { entity } = requireRule(tx, id)
    if (config) requireSound(entity, config, readFieldBook(tx, entity), id)
    tx.update('fieldRules', id, {
      ...(name === undefined ? {} : { name }),
      ...(config === undefined ? {} : { config: JSON.stringify(config) }),
    })
    return requireRule(tx, id)
  },

  remove: ({ tx }, { id }) => {
    requireRule(tx, id)
    tx.archive('fieldRules', id)
    return null
  },
}

/** Throws for fields that are not there, patterns that cannot be read, limits the wrong way round, and conditions in a circle. */
const requireSound = (entity: FieldedType, config: FieldRuleConfig, { fields, rules }: FieldBook, id: string | null): void => {
  const { columns } = layoutFor(recordTableOf(entity))
  const isThere = (field: string): boolean => columns.includes(field) || fields.some(({ key }) => key === field)
  if (!fieldsOfRule(config).every(isThere)) throw new AppError('not_found', 'customFields.gone', { id: config.field })
  if (config.kind === 'pattern' && !isPattern(config.pattern)) refuse('config.pattern', 'pattern_unreadable')
  if (config.kind === 'length' || config.kind === 'range') {
    if (config.min === null && config.max === null) refuse('config.min', 'required')
    if (config.min !== null && config.max !== null && config.min > config.max) refuse('config.max', 'limits_crossed')
  }
  if (config.kind === 'compare' && config.other === config.field) refuse('config.other', 'compares_itself')
  const others = rules.flatMap((rule) => (rule.id === id ? [] : [rule.config]))
  if (hasCircle([...others, config])) throw new AppError('conflict', 'customFields.ruleCircle')
}

const refuse = (field: string, code: string): never => {
  throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues: [{ field, code, params: {} }] })
}

const requireRule = (db: Db, id: string): FieldRule => {
  const row = db.get(build.selectFrom('fieldRules').select('entity').where('id', '=', id).where(isActive('fieldRules')))
  const rule = row && readFieldBook(db, row.entity).rules.find((one) => one.id === id)
  if (!rule) throw new AppError('not_found', 'customFields.ruleGone', { id })
  return rule
}
