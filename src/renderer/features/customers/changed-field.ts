// What an inline edit changed, for the quiet line.
import type { Translate } from '#renderer/i18n/translate.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'

interface Edited {
  readonly kind: 'company' | 'contact'
  /** The office's own fields. */
  readonly own: readonly FieldDefinition[]
}

/** The name of the first field that an update carries, besides the id. */
export const changedField = (t: Translate, changes: Readonly<Record<string, unknown>>, { kind, own }: Edited): string => {
  const field = Object.keys(changes).find((name) => name !== 'id')
  const custom: unknown = field === 'custom' ? changes[field] : null
  const keys = typeof custom === 'object' && custom !== null ? Object.keys(custom) : []
  const name = own.find(({ key }) => keys.includes(key))?.name
  return name ?? t.known(kind === 'contact' && field === 'name' ? 'field.personName' : `field.${field}`, 'field.other')
}
