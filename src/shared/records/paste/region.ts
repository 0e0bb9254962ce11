// The region that an address begins with: province, city, county, each possibly left out, shortened, or parted by blanks.
import { type Division, type DivisionForm, type Divisions, formsAt, liesIn } from './divisions.ts'

export interface Region {
  readonly province: Division | null
  readonly city: Division | null
  readonly county: Division | null
  /** Where the region ends in the text. */
  readonly end: number
  /** Something of it was written with its kind (市, 县), or two parts of it stand together: this is no mere word. */
  readonly isCertain: boolean
}

/** A shortened name that goes on like this is the name of a street or house: 南山大道, 吐鲁番宾馆. */
const GOES_ON = /^(?:[东西南北中]{0,2}(?:路|街|大道|大街)|道|镇|乡|村|巷|桥|山|河|湖|广场|大厦|宾馆|酒店|饭店|花园|小区|商|银行)/u
const FILLER = /^(?:市辖区|县(?=\p{Script=Han}{1,10}县))/u
const PARTIAL = /^(?<stem>\p{Script=Han}{2,4}?)(?:新区|区|县|市|旗)/u

/** The region at `at`; null if none begins there. */
export const readRegion = (text: string, at: number, divisions: Divisions): Region | null => {
  const province = best(divisions, 'provinces', text, at, null)
  let end = province ? skip(text, at + province.text.length) : at
  const above = province?.division.code ?? null
  const city = best(divisions, 'cities', text, end, above)
  if (city) end = skip(text, end + city.text.length)
  const below = city?.division.code ?? above
  const county = best(divisions, 'counties', text, end, below) ?? partial(divisions, text, end, below)
  if (county) end += county.text.length
  const parts = [province, city, county].filter((form) => form !== null)
  if (parts.length === 0) return null
  const isCertain = parts.length > 1 || parts.some((form) => !form.isStem)
  return { ...completed(divisions, province, city, county), end: county ? end : trimmedEnd(text, end), isCertain }
}

/** The parts above a county or city are known even where they were not written. */
const completed = (
  divisions: Divisions,
  province: DivisionForm | null,
  city: DivisionForm | null,
  county: DivisionForm | null,
) => {
  const code = county?.division.code ?? city?.division.code ?? province?.division.code ?? ''
  const provinceOf = divisions.byCode.get(`${code.slice(0, 2)}0000`) ?? null
  const cityCode = `${code.slice(0, 4)}00`
  const cityOf = code.endsWith('0000')
    ? null
    : (divisions.byCode.get(cityCode) ?? (isMunicipality(provinceOf) ? provinceOf : null))
  return { province: provinceOf, city: city?.division ?? cityOf, county: county?.division ?? null }
}

const isMunicipality = (province: Division | null): boolean => province?.name.endsWith('市') === true

/** The longest form at a place that lies where it must and means one division only. */
const best = (
  divisions: Divisions,
  level: 'provinces' | 'cities' | 'counties',
  text: string,
  at: number,
  above: string | null,
): DivisionForm | null => {
  const forms = formsAt(divisions[level], text, at).filter(
    ({ division, isStem, text: form }) => liesIn(division.code, above) && !(isStem && GOES_ON.test(text.slice(at + form.length))),
  )
  const longest = forms[0]?.text.length
  const same = forms.filter((one) => one.text.length === longest)
  // 朝阳区 is in many cities: where none is named, none is meant.
  const [form, ...others] = same.length === 1 ? same : same.filter(({ division, text: form }) => division.name === form)
  if (!form || others.length > 0 || (level === 'cities' && hidesCounty(divisions, text, at, form))) return null
  return form
}

/** 吉林 is a province and a city, 海南 a province and a county: the longer reading with a kind wins over a shortened city. */
const hidesCounty = (divisions: Divisions, text: string, at: number, city: DivisionForm): boolean =>
  city.isStem && formsAt(divisions.counties, text, at).some((county) => !county.isStem && county.text.length > city.text.length)

/** 雨花区 in 南京 can only be 雨花台区; 龙华新区 in 深圳 is 龙华区 now. Only where the city or province is known. */
const partial = (divisions: Divisions, text: string, at: number, above: string | null): DivisionForm | null => {
  if (above === null) return null
  const match = PARTIAL.exec(text.slice(at))
  const stem = match?.groups?.['stem']
  if (!match || stem === undefined) return null
  const found = new Map<string, Division>()
  for (const { division } of divisions.counties.get(stem.slice(0, 2)) ?? []) {
    if (liesIn(division.code, above) && division.stem.startsWith(stem)) found.set(division.code, division)
  }
  const [division] = found.values()
  return division && found.size === 1 ? { text: match[0], isStem: false, division } : null
}

const skip = (text: string, at: number): number => {
  const blank = /^\s*/u.exec(text.slice(at))?.[0].length ?? 0
  const filler = FILLER.exec(text.slice(at + blank))?.[0].length ?? 0
  return filler === 0 ? at + blank : skip(text, at + blank + filler)
}

const trimmedEnd = (text: string, end: number): number => text.slice(0, end).trimEnd().length

/** What follows a region once it is written a second time: 海南省三亚市天涯区海南省三亚市吉阳区… loses the second 海南省三亚市. */
export const withoutRepetition = (text: string, region: Region): string => {
  let rest = text.trimStart()
  for (const division of [region.province, region.city, region.county]) {
    if (division && rest.startsWith(division.name)) rest = rest.slice(division.name.length).trimStart()
  }
  return rest
}
