// The fields that can have an order of sources of their own, by kind of record: Kith's and the office's.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import { RANKED_ENTITIES, type RankedEntity, rankedField, rankedFields, readRankedField } from '#shared/imports/stored-fields.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

export interface RankedFields {
  /** For a `<Select>`: those with an order of their own first, then by kind. */
  readonly choices: readonly { readonly group: string; readonly items: Choice[] }[]
  /** The kind and the field, `Company: Phone`. */
  readonly label: (field: string) => string
}

/** `own`: the fields that have an order of their own. */
export const useRankedFields = (own: readonly string[]): RankedFields => {
  const t = useT()
  const [company, contact, deal, ticket] = [useFields('company'), useFields('contact'), useFields('deal'), useFields('ticket')]
  const books: Readonly<Partial<Record<RankedEntity, typeof company>>> = { company, contact, deal, ticket }
  const ownName = (entity: RankedEntity, key: string) => books[entity]?.fields.find((field) => field.key === key)?.name
  const name = (entity: RankedEntity, key: string): string =>
    ownName(entity, key) ?? t.known(`imports.field.${key}`, 'imports.field.unknown')
  const label = (field: string): string => {
    const read = readRankedField(field)
    if (!read) return t('imports.field.unknown')
    return t('imports.sources.field_of', { entity: t(`imports.entity.${read.entity}`), field: name(read.entity, read.key) })
  }
  const choice = (field: string): Choice => ({ value: field, label: label(field) })
  const groups = RANKED_ENTITIES.map((entity) => ({
    group: t(`imports.entity.${entity}`),
    items: [
      ...rankedFields(entity).map(({ key }) => rankedField(entity, key)),
      // Automatic numbers are given, never taken.
      ...(books[entity]?.fields ?? []).filter(({ type }) => type !== 'autoNumber').map(({ key }) => rankedField(entity, key)),
    ]
      .filter((field) => !own.includes(field))
      .map(choice),
  }))
  const withOrder = own.length === 0 ? [] : [{ group: t('imports.sources.with_own'), items: own.map(choice) }]
  return { choices: [...withOrder, ...groups], label }
}
