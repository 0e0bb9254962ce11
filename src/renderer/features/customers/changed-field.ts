// What an inline edit changed, for the quiet line.
import type { Translate } from '#renderer/i18n/translate.ts'

/** The name of the first field that an update carries, besides the id. */
export const changedField = (t: Translate, changes: object, kind: 'company' | 'contact'): string => {
  const field = Object.keys(changes).find((name) => name !== 'id')
  return t.known(kind === 'contact' && field === 'name' ? 'field.personName' : `field.${field}`, 'field.other')
}
