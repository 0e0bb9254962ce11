// Says a message of the catalogue in a language. Compiled messages are kept, since every cell of a list asks for some.
import { IntlMessageFormat } from 'intl-messageformat'
import type { MessageParams } from '#shared/base/app-error.ts'
import type { Language } from '#shared/base/messages.ts'
import { isMessageKey, type MessageKey, messages } from '#shared/messages.ts'

/** The Intl locale of each language. British English, so that a date such as 3 Apr 2026 cannot be misread. */
export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN' }

export interface Translate {
  (key: MessageKey, params?: MessageParams): string
  /** For keys that arrive as data: `fallback` is said when the catalogue does not have `key`. */
  readonly known: (key: string, fallback: MessageKey, params?: MessageParams) => string
}

const compiled = new Map<string, IntlMessageFormat>()

export const createTranslate = (language: Language): Translate => {
  const say = (key: string, params: MessageParams = {}): string => {
    const format = compile(language, key)
    if (!format) {
      console.error(`No message for ${key}`)
      return `⟦${key}⟧`
    }
    return String(format.format(readable(params, language)))
  }
  return Object.assign(say, {
    known: (key: string, fallback: MessageKey, params?: MessageParams) => say(isMessageKey(key) ? key : fallback, params),
  })
}

const compile = (language: Language, key: string): IntlMessageFormat | undefined => {
  const cacheKey = `${language} ${key}`
  const known = compiled.get(cacheKey)
  if (known) return known

  const text = messages[language].get(key)
  if (text === undefined) return undefined
  const format = new IntlMessageFormat(text, locales[language], undefined, { ignoreTag: true })
  compiled.set(cacheKey, format)
  return format
}

const readable = (params: MessageParams, language: Language): Record<string, string | number | boolean | null> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      isList(value) ? joined(value.map(isolate), language) : typeof value === 'string' ? isolate(value) : value,
    ]),
  )

// Chinese lists names with 、 to the end: the 和 of Intl would stick to Latin names.
const joined = (words: readonly string[], language: Language): string =>
  language === 'zh-CN' ? words.join('、') : new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(words)

/** A text that turns the direction of writing turns its own words only, and not the rest of the sentence. */
const isolate = (text: string): string => (TURNS.test(text) ? `\u2068${text}\u2069` : text)

const TURNS = /[\u202a-\u202e\u2066-\u2069]/u

// Array.isArray does not narrow readonly arrays.
const isList = (value: MessageParams[string]): value is readonly string[] => Array.isArray(value)
