// Names, phones and cities of people and firms that do not exist: two fifths Chinese, the same in each run.

/** Numbers in [0, 1) that come again in each run (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const GIVEN =
  'Ada Bela Cleo Dario Edda Finn Greta Hugo Ines Jonas Kaia Lars Mila Nils Olga Pavel Quinn Rosa Sven Tilda Ugo Vera Wim Xenia Yara Zoë'.split(
    ' ',
  )
const FAMILY =
  'Abel Brandt Costa Dvořák Eriksen Fischer Garcia Hansen Ivanov Jansen Keller Lindqvist Moreau Novak Olsen Petrov Quist Rossi Schmidt Torres Ulrich Vogel Weber Young Zeman'.split(
    ' ',
  )
const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈单覃']
const GIVEN_ZH = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文斌婷浩宇欣怡子涵梓萱佳琪雨泽思远晨曦博瑞嘉俊凯']
const FIRMS =
  'Alder Beacon Cobalt Delta Ember Falcon Granite Harbor Ivory Juniper Kestrel Lumen Meridian Nova Onyx Prairie Quarry Ridge Summit Tundra Umber Vista Willow Yarrow Zephyr'.split(
    ' ',
  )
const KINDS = ['Ltd', 'GmbH', 'Inc', 'Trading', 'Systems', 'Logistics', 'Foods', 'Partners']
const BRANDS = [...'华腾宏鑫瑞丰盛达通远创新天宇恒信安泰金源博雅佳美中联']
const TRADES = ['科技', '贸易', '实业', '物流', '医疗', '教育', '餐饮', '建材', '服饰', '电子']
const CITIES_ZH = ['北京', '上海', '广州', '深圳', '杭州', '成都', '武汉', '南京', '西安', '重庆']
const CITIES = ['Berlin', 'Paris', 'London', 'Lagos', 'São Paulo', 'Toronto', 'Madrid', 'Warszawa', 'Oslo', 'Porto']

export interface Person {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly city: string
}

export const personMaker = (random: () => number) => {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const digits = (count: number): string => String(Math.floor(random() * 10 ** count)).padStart(count, '0')
  const reach = (isChinese: boolean, index: number) => ({
    phone: isChinese ? `1${3 + Math.floor(random() * 6)}${digits(9)}` : `+49 30 ${digits(7)}`,
    email: `c${index}@${pick(FIRMS).toLowerCase()}.example`,
    city: pick(isChinese ? CITIES_ZH : CITIES),
  })
  return {
    contact: (index: number): Person => {
      const isChinese = random() < 0.4
      const name = isChinese
        ? pick(SURNAMES) + pick(GIVEN_ZH) + (random() < 0.8 ? pick(GIVEN_ZH) : '')
        : `${pick(GIVEN)} ${pick(FAMILY)}`
      return { name, ...reach(isChinese, index) }
    },
    company: (index: number): Person => {
      const isChinese = random() < 0.4
      const name = isChinese
        ? `${pick(CITIES_ZH)}${pick(BRANDS)}${pick(BRANDS)}${pick(TRADES)}有限公司`
        : `${pick(FIRMS)} ${pick(FAMILY)} ${pick(KINDS)}`
      return { name, ...reach(isChinese, index) }
    },
    pick,
  }
}
