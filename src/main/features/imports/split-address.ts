// An address in one cell taken apart: with China's divisions where it is a Chinese one, else by street, postcode and city.
import type { SplitAddress } from '#shared/imports/split-cells.ts'
import { readPaste } from '#shared/records/paste/paste.ts'
import { chinaDivisions } from '#main/records/divisions.ts'

const HAN = /\p{Script=Han}/u

export const splitAddress: SplitAddress = (text) => {
  const { address } = readPaste(text, { divisions: chinaDivisions(), country: 'CN' })
  if (!address) return { address: text, city: null, country: null, postcode: null }
  const { province, city, county, street, postcode, country } = address
  if (!HAN.test(text)) return { address: street ?? text, city, country, postcode }
  // Province and county stay with the street, so that nothing of the address is lost.
  const above = province === city ? null : province
  return {
    address: [above, city, county, street].filter((part) => part !== null).join(''),
    city: city ?? county,
    country,
    postcode,
  }
}
