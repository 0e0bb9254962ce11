// The catalogue as a whole: complete in every language, readable by the formatter, and holding every key that the code asks for.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { languages } from '#shared/base/messages.ts'
import { contract } from '#shared/contract.ts'
import { catalogues, messages } from '#shared/messages.ts'

/** What only this machine remembers, or what is no record. */
const OUTSIDE_THE_LOG = [
  'history.keepNewer',
  ...['recents.open', 'reminders.seen', 'reminders.snooze', 'reminders.dismiss', 'attachments.sweep', 'attachments.keepAll'],
  ...['drafts.keep', 'drafts.forget', 'home.arrive', 'home.seen', 'duplicates.keep'],
  ...['save', 'change', 'remove', 'lookNow', 'putAside', 'looked', 'note'].map((name) => `watchedFolders.${name}`),
]

const src = join(import.meta.dirname, '../../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name))
  .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }))

const keysAsked = (pattern: RegExp): { readonly name: string; readonly key: string }[] =>
  files.flatMap(({ name, text }) => [...text.matchAll(pattern)].map(([, key = '']) => ({ name, key })))

test('every language has the same messages', () => {
  for (const language of languages) expect([...messages[language].keys()].toSorted()).toEqual([...messages.en.keys()].toSorted())
})

test('no key is said twice by different catalogues', () => {
  const keys = catalogues.flatMap(({ en }) => Object.keys(en))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('every message can be read by the formatter, and takes the same values in each language', () => {
  const argumentsOf = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[,}]/gu)].map(([, name]) => name))]
  for (const [key, text] of messages.en) {
    const chinese = messages['zh-CN'].get(key) ?? ''
    expect(() => new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }), key).not.toThrow()
    expect(() => new IntlMessageFormat(chinese, 'zh-CN', undefined, { ignoreTag: true }), key).not.toThrow()
    const missing = argumentsOf(chinese).filter((name) => !argumentsOf(text).includes(name))
    expect(missing, `${key} in Chinese takes a value that English does not`).toEqual([])
  }
})

test('Chinese messages are punctuated in Chinese', () => {
  const halfWidth = [...messages['zh-CN']].filter(([, text]) => /[\p{Script=Han}][,;:?!]|[\p{Script=Han}]\.(?!\w)/u.test(text))
  expect(halfWidth).toEqual([])
})

test('every key that a screen says is in the catalogue', () => {
  const asked = keysAsked(/\bt\('([a-z]+(?:\.[\w-]+)+)'/gu)
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter(({ key }) => !messages.en.has(key))).toEqual([])
})

test('the history has a sentence for everything that it can hold', () => {
  const told = Object.entries(contract).flatMap(([feature, procedures]) =>
    Object.entries(procedures)
      .filter(([, { kind }]) => kind === 'mutation' && feature !== 'workspace' && feature !== 'network')
      .map(([name]) => `${feature}.${name}`)
      .filter((path) => !OUTSIDE_THE_LOG.includes(path)),
  )
  expect(told.filter((path) => !messages.en.has(`history.did.${path}`))).toEqual([])
})

test('every key that an error carries is in the catalogue', () => {
  const carried = keysAsked(/new AppError\(\s*'[a-z_]+',\s*'([^']+)'/gu)
  expect(carried.length).toBeGreaterThan(10)
  expect(carried.filter(({ key }) => !messages.en.has(key))).toEqual([])
})
