// How Chinese names sound: surnames, words, and what else a reader may type.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentOf } from '#main/db/search/documents.ts'
import { passportSpelling, pinyinOf } from '#main/db/search/pinyin.ts'

const realData = process.env['KITH_REAL_DATA']
if (realData === undefined) console.error('KITH_REAL_DATA is not set: the list of name readings is left out.')

const sounds = (name: string): string => pinyinOf(name).sounds.join(' ')

describe('a surname is read as a surname', () => {
  test.each([
    ['单雄信', 'shan xiong xin'],
    ['仇英', 'qiu ying'],
    ['曾国藩', 'zeng guo fan'],
    ['查良镛', 'zha liang yong'],
    ['解缙', 'xie jin'],
    ['种师道', 'chong shi dao'],
    ['重耳', 'chong er'],
    ['尉迟恭', 'yu chi gong'],
    ['万俟卨', 'mo qi xie'],
    ['单于丹', 'chan yu dan'],
    ['长孙无忌', 'zhang sun wu ji'],
    ['墨翟', 'mo di'],
    ['翟让', 'zhai rang'],
    ['贠秀才', 'yun xiu cai'],
  ])('%s: %s', (name, expected) => {
    expect(sounds(name)).toBe(expected)
  })
})

describe('words stay words', () => {
  test.each([
    ['重庆', 'chong qing'],
    ['长安银行', 'chang an yin hang'],
    ['重型机械公司', 'zhong xing ji xie gong si'],
    ['中国银行上海分行', 'zhong guo yin hang shang hai fen hang'],
    ['解放日报社', 'jie fang ri bao she'],
  ])('%s: %s', (name, expected) => {
    expect(sounds(name)).toBe(expected)
  })
})

test.each([
  ['重阳投资', 'zhongyangtouzi'],
  ['曾经', 'cengjing'],
  ['单伟', 'danwei'],
  ['吕布', 'lyubu'],
  ['吕布', 'lubu'],
  ['张乐', 'zhangyue'],
  ['张乐', 'zhangle'],
  ['李重', 'chong'],
])('%s is found by %s, too', (name, typed) => {
  const [, full] = documentOf({ name, phones: [], words: [], parts: [] }).columns
  expect(full.split(' ')).toContain(typed)
})

test('a name full of characters with several readings makes no flood of words', () => {
  const [, full] = documentOf({ name: '重乐行长单曾查解盖缪', phones: [], words: [], parts: [] }).columns
  expect(full.split(' ').length).toBeLessThanOrEqual(60)
})

describe.skipIf(realData === undefined)('the list of name readings', () => {
  const file = realData && readFileSync(join(realData, 'chinese/pinyin/name_pinyin_vectors_dev.csv'), 'utf8')
  const [, ...lines] = (file ?? '').trim().split('\n')
  const toneless = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/u\u0308/gu, 'v')
      .replace(/\p{M}/gu, '')
  const ways: Readonly<Record<string, (name: string) => string>> = {
    name: sounds,
    passport: (name) => pinyinOf(name).sounds.map(passportSpelling).join(' '),
    abbr: (name) =>
      pinyinOf(name)
        .sounds.map((sound) => sound.charAt(0))
        .join(' '),
  }

  test.each(lines.map((line) => line.split(',')))('%s: %s (%s)', (name = '', expected = '', way = '') => {
    expect(ways[way]?.(name)).toBe(toneless(expected))
  })
})
