// What the merged records said and the winner does not: written into notes on its timeline, in the language of the workspace.
import { IntlMessageFormat } from 'intl-messageformat'
import type { MessageParams } from '#shared/base/app-error.ts'
import { cutText } from '#shared/base/cut-text.ts'
import type { Language } from '#shared/base/messages.ts'
import { toMajor } from '#shared/base/money.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { LeftValue } from '#shared/merges/merge-choices.ts'
import { isMessageKey, type MessageKey, messages } from '#shared/messages.ts'

/** The longest text of an entry. */
const MOST_LETTERS = 20_000

interface NoteOf {
  readonly language: Language
  readonly timeZone: string
  readonly recordType: CustomerType
}

export interface LeftOf {
  /** null: the winner itself. */
  readonly name: string | null
  readonly values: readonly LeftValue[]
  /** Of links and numbers that were there twice: whose, and what was said about it. */
  readonly further: readonly { readonly of: string; readonly text: string }[]
}

/** The texts of the notes, most often one; none where nothing is left. */
export const noteTexts = (note: NoteOf, lefts: readonly LeftOf[]): readonly string[] => {
  const say = sayer(note.language)
  const paragraphs = lefts
    .filter(({ values, further }) => values.length + further.length > 0)
    .map(({ name, values, further }) =>
      [
        name === null ? say('merges.note.own') : say('merges.note.of', { name }),
        ...values.map(({ field, value }) =>
          say('merges.note.line', { field: labelOf(note, field), value: printed(note, field.field, value) }),
        ),
        ...further.map(({ of, text }) => say('merges.note.line', { field: of, value: text })),
      ].join('\n'),
    )
  return inPieces(paragraphs.join('\n\n'))
}

/** Cut at ends of lines where that is possible. */
const inPieces = (text: string): readonly string[] => {
  if (text === '') return []
  if (text.length <= MOST_LETTERS) return [text]
  const end = text.lastIndexOf('\n', MOST_LETTERS)
  const cut = end > 0 ? end : cutText(text, MOST_LETTERS).length
  return [text.slice(0, cut), ...inPieces(text.slice(end > 0 ? cut + 1 : cut))]
}

const sayer =
  (language: Language) =>
  (key: MessageKey, params: MessageParams = {}): string =>
    String(
      new IntlMessageFormat(messages[language].get(key) ?? key, language, undefined, { ignoreTag: true }).format({ ...params }),
    )

const labelOf = ({ language, recordType }: NoteOf, { field, label }: LeftValue['field']): string => {
  if (label !== null) return label
  const word = field === 'kind' ? 'companyKind' : field === 'name' && recordType === 'contact' ? 'personName' : field
  return messages[language].get(`field.${word}`) ?? field
}

const printed = ({ language, timeZone }: NoteOf, field: string, { value, currency }: LeftValue['value']): string => {
  const say = sayer(language)
  if (typeof value === 'boolean') return say(value ? 'history.yes' : 'history.no')
  if (typeof value === 'number') {
    if (currency !== null)
      return new Intl.NumberFormat(language, { style: 'currency', currency }).format(toMajor(value, currency))
    return field === 'foundedYear' ? String(value) : new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value)
  }
  const text = value ?? ''
  const word = `lists.companyKind.${text}`
  if (field === 'kind' && isMessageKey(word)) return say(word)
  const letter = storageClassOf(field)
  if (letter === 'd') return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(text))
  if (letter === 't')
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(Date.parse(text))
  return text
}
