// What the search index holds of a record: folded text, Chinese characters apart, pinyin, and every ending of a phone number.
import type { SearchText } from '../registry/columns.ts'
import { type Pinyin, pinyinOf } from './pinyin.ts'

const HAN = /\p{Script=Han}/u
const EACH_HAN = /(\p{Script=Han})/gu

/** Full-width letters and digits as plain ones; Chinese characters apart, so that any of them can be found. */
export const spaced = (value: string): string => {
  const plain = value.normalize('NFKC')
  return HAN.test(plain) ? plain.replace(EACH_HAN, ' $1 ') : plain
}

const SHORTEST_ENDING = 3

/** The digits of each number in the field and all endings of at least three, so that any part of it is the beginning of a word. */
export const phoneWords = (phone: string): string[] => {
  const words: string[] = []
  for (const number of phone.normalize('NFKC').split(/[/,;、|]|\s{2,}/u)) {
    const digits = number.replace(/\D/gu, '').slice(0, 24)
    for (let start = 0; start <= digits.length - SHORTEST_ENDING; start++) words.push(digits.slice(start))
  }
  return words
}

/** A name with many characters of several readings: the first ones are combined, the rest is read in the usual way. */
const MOST_READINGS = 6

/** The usual reading of a name first, then those with another sound for some of its characters. */
const readingsOf = ({ sounds, others }: Pinyin): readonly (readonly string[])[] => {
  let readings: (readonly string[])[] = [sounds]
  for (const [place, alternatives] of others.entries()) {
    const more = readings.flatMap((reading) => alternatives.map((other) => reading.with(place, other)))
    if (readings.length + more.length <= MOST_READINGS) readings = [...readings, ...more]
  }
  return readings
}

/** Full pinyin and initials from every syllable on: 上海华腾 is found by `shanghai`, `huateng` and `ht`. */
const pinyinWords = (name: string): { full: string; initials: string } => {
  const full = new Set<string>()
  const short = new Set<string>()
  for (const sounds of readingsOf(pinyinOf(name))) {
    const letters = sounds.map((sound) => sound.charAt(0))
    for (let start = 0; start < sounds.length; start++) {
      full.add(sounds.slice(start).join(''))
      short.add(letters.slice(start).join(''))
    }
  }
  return { full: [...full].join(' '), initials: [...short].join(' ') }
}

export interface SearchDocument {
  /** name, pinyin, initials, phone, words. */
  readonly columns: readonly [string, string, string, string, string]
  readonly parts: string
}

const present = (values: readonly (string | null)[]): string[] =>
  values.filter((value) => value !== null && value !== '') as string[]

export const documentOf = (text: SearchText): SearchDocument => {
  const name = text.name ?? ''
  const { full, initials } = HAN.test(name) ? pinyinWords(name) : { full: '', initials: '' }
  return {
    columns: [
      spaced(name),
      full,
      initials,
      present(text.phones).flatMap(phoneWords).join(' '),
      spaced(present(text.words).join(' ')),
    ],
    parts: present(text.parts).join('\n').normalize('NFKC'),
  }
}

const KIND_UNIT = 2 ** 40

/** The document's number in the index. */
export const documentNumber = (kind: number, no: number): number => kind * KIND_UNIT + no
export const kindOf = (document: number): number => Math.floor(document / KIND_UNIT)
export const noOf = (document: number): number => document % KIND_UNIT
