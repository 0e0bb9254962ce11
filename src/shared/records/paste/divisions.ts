// The administrative divisions of China, ready to be recognised at any place of a text. The list itself comes in as an argument: it is
// large, and only the engine needs it.

/** Names by their six-digit codes (GB/T 2260; towns stand in for the counties of cities that have none). */
export interface DivisionLists {
  readonly provinces: Readonly<Record<string, string>>
  readonly cities: Readonly<Record<string, string>>
  readonly counties: Readonly<Record<string, string>>
}

export interface Division {
  readonly code: string
  readonly name: string
  /** The name without its kind: 乐清 of 乐清市, 恭城 of 恭城瑶族自治县; the whole name where less than two characters would be left. */
  readonly stem: string
}

/** A writing of a division's name. `isStem`: without its kind, so that it may be part of another word. */
export interface DivisionForm {
  readonly text: string
  readonly isStem: boolean
  readonly division: Division
}

export interface Divisions {
  readonly provinces: FormIndex
  readonly cities: FormIndex
  readonly counties: FormIndex
  readonly byCode: ReadonlyMap<string, Division>
}

/** Forms by their first two characters, longest first. */
type FormIndex = ReadonlyMap<string, readonly DivisionForm[]>

const PEOPLES =
  '维吾尔|哈萨克|柯尔克孜|达斡尔|塔吉克|鄂温克|鄂伦春|土家|蒙古|布依|朝鲜|哈尼|傈僳|仡佬|东乡|拉祜|纳西|仫佬|锡伯|景颇|毛南|撒拉|布朗|阿昌|普米|基诺|德昂|保安|裕固|独龙|壮|满|回|苗|彝|藏|侗|瑶|白|黎|傣|畲|水|佤|羌|土|怒|京|各'
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES})族?)+(?:自治(?:区|州|县|旗)|区|乡)$`, 'u')
const KIND = /(?:特别行政区|自治区|自治州|自治县|自治旗|街道|地区|林区|新区|省|市|盟|区|县|旗|镇)$/u

const stemOf = (name: string): string => {
  for (const pattern of [AUTONOMOUS, KIND]) {
    const stem = name.replace(pattern, '')
    if (stem !== name && stem.length >= 2) return stem
  }
  return name
}

/** Names that are no names: what stands between a municipality and its districts. */
const isFiller = (name: string): boolean => name === '县' || name === '市辖区' || name.includes('直辖')

export const readDivisions = ({ provinces, cities, counties }: DivisionLists): Divisions => {
  const byCode = new Map<string, Division>()
  const take = (lists: Readonly<Record<string, string>>, kinds: readonly string[]): FormIndex => {
    const index = new Map<string, DivisionForm[]>()
    for (const [code, name] of Object.entries(lists)) {
      if (isFiller(name)) continue
      const division = { code, name, stem: stemOf(name) }
      byCode.set(code, division)
      for (const form of formsOf(division, kinds)) {
        const start = form.text.slice(0, 2)
        const known = index.get(start)
        if (known) known.push(form)
        else index.set(start, [form])
      }
    }
    for (const forms of index.values()) forms.sort((one, other) => other.text.length - one.text.length)
    return index
  }
  return {
    provinces: take(provinces, ['省', '市']),
    cities: take(cities, ['市', '州', '盟', '地区']),
    counties: take(counties, ['县', '区', '市', '旗']),
    byCode,
  }
}

/** The full name, the bare stem, and the stem with a usual kind: 石柱县 for 石柱土家族自治县. */
const formsOf = (division: Division, kinds: readonly string[]): DivisionForm[] => {
  const { name, stem } = division
  const full: DivisionForm = { text: name, isStem: false, division }
  if (stem === name) return [full]
  const isLong = AUTONOMOUS.test(name)
  const others = isLong ? kinds.map((kind) => ({ text: stem + kind, isStem: false, division })) : []
  return [full, { text: stem, isStem: true, division }, ...others.filter(({ text }) => text !== name)]
}

/** The forms that stand at a place of a text, longest first. */
export const formsAt = (index: FormIndex, text: string, at: number): readonly DivisionForm[] =>
  (index.get(text.slice(at, at + 2)) ?? []).filter((form) => text.startsWith(form.text, at))

/** Whether a county or city lies in a province (`440000`) or a prefecture (`441900`); null: anywhere. */
export const liesIn = (code: string, above: string | null): boolean =>
  above === null || code.startsWith(above.slice(0, above.endsWith('0000') ? 2 : 4))
