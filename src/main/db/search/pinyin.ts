// Pinyin of names. A surname at the head is read as a surname (单雄信: shan), words as wholes (重庆: chong qing, 长安银行: yin hang).
import { pinyin } from 'pinyin-pro'
import { pairReadings, givenNameReadings, otherReadings, surnameReadings } from './surname-readings.ts'

const HAN = /\p{Script=Han}/u
/** 欧阳震华: a longer text is an organisation's, whose first character is no surname. */
const LONGEST_PERSON = 4

export interface Pinyin {
  /** One entry a syllable or run of other characters; `null` where the text holds no Chinese. */
  readonly syllables: readonly string[] | null
  /** The sounds of the Chinese characters only. */
  readonly sounds: readonly string[]
  /** For each sound the other ones that a reader may type: `zhong` where `chong` is read. */
  readonly others: readonly (readonly string[])[]
}

const none: Pinyin = { syllables: null, sounds: [], others: [] }

const LIMIT = 2000
const cache = new Map<string, Pinyin>()

/** The pinyin of a text without tones, ü as v. Results are kept for names that come again, as in a list of cities. */
export const pinyinOf = (value: string): Pinyin => {
  if (!HAN.test(value)) return none
  const known = cache.get(value)
  if (known) return known
  const spelled = spell(value)
  if (cache.size >= LIMIT) cache.clear()
  cache.set(value, spelled)
  return spelled
}

/** A syllable as passports write it: lyu for lv (吕). */
export const passportSpelling = (syllable: string): string => syllable.replace('v', 'yu')

const spell = (value: string): Pinyin => {
  const characters = [...value]
  const sounds = soundsOf(value, characters)
  const syllables: string[] = []
  let run = ''
  const heard: string[] = []
  const others: (readonly string[])[] = []
  for (const [index, character] of characters.entries()) {
    const sound = sounds[index] ?? ''
    if (sound === '' || !HAN.test(character)) {
      run += character
      continue
    }
    if (run.trim() !== '') syllables.push(run.trim())
    run = ''
    syllables.push(sound)
    heard.push(sound)
    others.push(othersOf(character, sound))
  }
  if (run.trim() !== '') syllables.push(run.trim())
  return { syllables, sounds: heard, others }
}

/** The words' reading; then a person's surname, which would else hide the words behind it; then pairs that are read as one. */
const soundsOf = (value: string, characters: readonly string[]): string[] => {
  const sounds = pinyin(value, { toneType: 'none', type: 'array', v: true })
  const [first = ''] = characters
  if (characters.length <= LONGEST_PERSON && HAN.test(first)) {
    for (const [place, character] of characters.entries()) sounds[place] = givenNameReadings.get(character) ?? sounds[place] ?? ''
    sounds[0] = surnameOf(first)
  }
  for (let place = 0; place < characters.length - 1; place++) {
    const pair = pairReadings.get(`${characters[place] ?? ''}${characters[place + 1] ?? ''}`)
    if (pair) sounds.splice(place, 2, ...pair)
  }
  return sounds
}

const surnameOf = (character: string): string =>
  surnameReadings.get(character) ?? pinyin(character, { toneType: 'none', type: 'array', surname: 'head', v: true })[0] ?? ''

const othersOf = (character: string, sound: string): readonly string[] => {
  const written = sound.includes('v') ? [passportSpelling(sound), sound.replace('v', 'u')] : []
  return [...written, ...(otherReadings.get(character) ?? []).filter((other) => other !== sound)]
}
