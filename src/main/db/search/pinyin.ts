// Pinyin of names. A surname at the head is read as a surname (单雄信: shan), words as wholes (重庆: chong qing).
import { pinyin } from 'pinyin-pro'

const HAN = /\p{Script=Han}/u

export interface Pinyin {
  /** One entry a syllable or run of other characters; `null` where the text holds no Chinese. */
  readonly syllables: readonly string[] | null
  /** The sounds of the Chinese characters only. */
  readonly sounds: readonly string[]
}

const none: Pinyin = { syllables: null, sounds: [] }

const LIMIT = 2000
const cache = new Map<string, Pinyin>()

/** The pinyin of a text without tones. Results are kept for names that come again, as in a list of cities. */
export const pinyinOf = (value: string): Pinyin => {
  if (!HAN.test(value)) return none
  const known = cache.get(value)
  if (known) return known
  const spelled = spell(value)
  if (cache.size >= LIMIT) cache.clear()
  cache.set(value, spelled)
  return spelled
}

const spell = (value: string): Pinyin => {
  const characters = [...value]
  const sounds = pinyin(value, { toneType: 'none', type: 'array', surname: 'head', v: true })
  const syllables: string[] = []
  let run = ''
  const heard: string[] = []
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
  }
  if (run.trim() !== '') syllables.push(run.trim())
  return { syllables, sounds: heard }
}
