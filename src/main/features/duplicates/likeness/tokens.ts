// Names and addresses as the pieces by which two of them are compared.
import { pinyinOf } from '#main/db/search/pinyin.ts'
import { companyText, personText } from '#main/records/match-texts.ts'

const HAN = /\p{Script=Han}/u
const PIECES = /\p{Script=Han}+|[\p{L}\p{N}]+/gu

/** Without accents, width and case. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/['’`]/gu, '').toLowerCase()

/** A piece and, of Chinese ones, how it sounds: 张玮 and 张伟 are heard as one. */
export interface Token {
  readonly text: string
  readonly sound: string | null
  /** Which letters it holds, a bit each: tells at once that two words have little of each other. */
  readonly letters: number
}

const KEPT = 200_000
const kept = new Map<string, Token>()

/** The same piece is the same object as long as there are not too many. */
const tokenOf = (text: string): Token => {
  const known = kept.get(text)
  if (known) return known
  if (kept.size >= KEPT) kept.clear()
  let letters = 0
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31)
  const token = { text, sound: HAN.test(text) ? pinyinOf(text).sounds.join('') : null, letters }
  kept.set(text, token)
  return token
}

const CHINESE_TITLE = /(?<=\p{Script=Han}{2})(?:先生|女士|小姐|太太|老师|总经理|经理|总监|总)$/u
const LATIN_TITLE = /^(?:(?:dr|prof|mr|mrs|ms|miss|mx|sir|herr|frau|mme|mlle|ing)\b\.?\s+)+(?=\S)/u

/** 王伟先生 and Dr. Anna Berg without what they are addressed by. */
const withoutTitle = (name: string): string => name.replace(LATIN_TITLE, '').replace(CHINESE_TITLE, '')

/** A Chinese name is one piece, any other a piece a word. */
export const personTokens = (name: string): Token[] =>
  (withoutTitle(folded(personText(name) ?? '')).match(PIECES) ?? []).map(tokenOf)

/** Words; Chinese in overlapping pairs of characters, since nothing says where its words end. */
export const companyTokens = (name: string): Token[] => {
  const bare = companyText(name) === null ? '' : withoutForm(folded(name))
  return (bare.match(PIECES) ?? []).flatMap((piece) => (HAN.test(piece) ? pairsOf(piece) : [piece])).map(tokenOf)
}

/** The legal form says nothing of who it is; a name that is nothing else keeps it. */
const withoutForm = (name: string): string => {
  const bare = name
    .replace(/(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司/gu, ' ')
    .replace(
      /\b(?:inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|gmbh|ag|kg|sa|sarl|srl|spa|bv|nv|ab|oy|pty)\b\.?/gu,
      ' ',
    )
  return /[\p{L}\p{N}]/u.test(bare) ? bare : name
}

const pairsOf = (piece: string): string[] => {
  const characters = [...piece]
  if (characters.length < 3) return [piece]
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

/** The usual short forms of words in addresses (USPS Publication 28, Canada Post and Australia Post alike). */
const SHORT: Readonly<Record<string, string>> = {
  ...{
    street: 'st',
    str: 'st',
    strasse: 'st',
    straße: 'st',
    avenue: 'ave',
    av: 'ave',
    road: 'rd',
    boulevard: 'blvd',
    blv: 'blvd',
  },
  ...{
    drive: 'dr',
    place: 'pl',
    lane: 'ln',
    court: 'ct',
    crescent: 'cr',
    cres: 'cr',
    circuit: 'cct',
    close: 'cl',
    parade: 'pde',
  },
  ...{ highway: 'hwy', square: 'sq', terrace: 'tce', north: 'n', south: 's', east: 'e', west: 'w', between: 'btw' },
  ...{ first: '1st', second: '2nd', third: '3rd', fourth: '4th', fifth: '5th', sixth: '6th', seventh: '7th', eighth: '8th' },
  ...{ ninth: '9th', tenth: '10th' },
}

/** In Chinese each part ends with what it is: 文三路, 90, 号. */
const CHINESE_PARTS = /\p{Script=Han}+?(?:[省市区县镇乡村路街道巷弄园]|大厦)|[号栋幢楼层室]|\p{Script=Han}+|[\p{L}\p{N}]+/gu

export const addressTokens = (address: string): Token[] =>
  (folded(address).match(CHINESE_PARTS) ?? [])
    .filter((piece) => !/^[号栋幢楼层室]$/u.test(piece))
    .map((piece) => tokenOf(SHORT[piece] ?? piece))
