// An address in several columns. A Chinese one begins with the largest part and has no blanks, others begin with the street.
import { foldHeading } from './fold-heading.ts'

const HAN = /\p{Script=Han}/u

/** How large a part of an address each heading names, whatever stands before it: 公司所在省份, Mailing State. */
const SIZES: readonly (readonly [size: number, words: RegExp])[] = [
  [6, /(?:country|nation|国家|国家地区)$/u],
  [5, /(?:postalcode|postcode|zip|zipcode|邮编|邮政编码)$/u],
  [4, /(?:省|省份|省市|省市自治区|自治区|都道府県|province|state|stateprovince|region)$/u],
  [3, /(?:城市|市|市县|地市|市区町村|city|town)$/u],
  [2, /(?:区|县|区县|市区县|district|county|borough)$/u],
  [1, /(?:乡镇|街道乡镇|镇|^街道|所属街道|subdistrict|township)$/u],
]
const STREET = 0
const PROVINCE = 4

/** From 0, the street and what belongs to it, to 4, the province; what stands behind an address that is not Chinese comes last. */
export const addressSizeOf = (heading: string): number => {
  const word = foldHeading(heading)
  return SIZES.find(([, words]) => words.test(word))?.[0] ?? STREET
}

interface Joining {
  readonly size: number
  /** Stands between the parts of an address that is not Chinese. */
  readonly join: string
  /** The city, which has a place of its own, but between a Chinese province and its districts it must be named. */
  readonly city: string | null
}

/** The address with one more part: parts come in from the street up. */
export const joinAddress = (before: string, part: string, { size, join, city }: Joining): string => {
  if (before === '' || before === part) return part
  if (!HAN.test(before + part)) return `${before}${join}${part}`
  if (size === STREET) return `${before}${part}`
  // The street may begin with all that is above it.
  if (beginsWith(before, part) || (/[省市区县旗镇乡]$/u.test(part) && before.includes(part))) return before
  const isBetween = size === PROVINCE && city !== null && HAN.test(city) && !before.includes(city) && !beginsWith(before, city)
  const below = isBetween ? `${city}${before}` : before
  return beginsWith(below, part) ? below : `${part}${below}`
}

/** 浙江 and 浙江省 are one; 海南路 is no place in 海南. */
const beginsWith = (address: string, place: string): boolean => {
  const bare = place.replace(/(?:省|市|自治区|特别行政区)$/u, '')
  return address.startsWith(bare) && !/^[东南西北中]?(?:路|街|大道|大街|巷|里)/u.test(address.slice(bare.length))
}

/** Fields that an address is put together in from several columns, and the city, which is read before its province. */
export const isAddressField = (field: string | null): boolean =>
  field === 'address' || field === 'city' || field === 'shipTo' || (field?.startsWith('address.') ?? false)
