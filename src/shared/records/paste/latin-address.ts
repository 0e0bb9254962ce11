// An address in Latin letters: a line with a street, and one with a postcode and a city.
import type { ProposedAddress } from './proposal.ts'
import { TAKEN, understand, type WorkingText } from './working-text.ts'
import { isLatinStreet } from './words-in-text.ts'

const PART = new RegExp(`[^\\n\\r,;|·•${TAKEN}]+`, 'gu')
const CITIES: readonly RegExp[] = [
  // MA 02110
  /^[A-Z]{2}\s+(?<postcode>\d{5}(?:-\d{4})?)$/u,
  // 20457 Hamburg, D-20457 Hamburg, 1010 Wien
  /^(?:[A-Z]{1,3}-)?(?<postcode>\d{4,6})\s+(?<city>\p{Lu}[\p{L}\s.'’()/-]+)$/u,
  // Boston MA 02110, New York 10001
  /^(?<city>\p{Lu}[\p{L}\s.'’-]+?)\s+(?:[A-Z]{2}\s+)?(?<postcode>\d{5}(?:-\d{4})?)$/u,
  // London SW1A 1AA
  /^(?:(?<city>\p{Lu}[\p{L}\s.'’-]+?)\s+)?(?<postcode>[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})$/u,
]
const COUNTRIES =
  /^(?:germany|deutschland|austria|österreich|switzerland|schweiz|france|united kingdom|uk|great britain|united states|usa|china|p\.?\s?r\.?\s?china|netherlands|italy|spain|japan|singapore)$/iu

/** Takes a Western address out of the text; null if there is none. */
export const takeLatinAddress = (working: WorkingText): ProposedAddress | null => {
  const parts = [...working.text.matchAll(PART)].map(({ 0: text, index }) => ({
    text: text.trim(),
    from: index,
    to: index + text.length,
  }))
  const places = parts.map((part) => ({
    ...part,
    groups: CITIES.map((pattern) => pattern.exec(part.text)?.groups).find((groups) => groups),
  }))
  const at = places.findIndex(({ groups }) => groups !== undefined)
  const streetAt = parts.findIndex(({ text }) => isLatinStreet(text))
  if (at < 0 && streetAt < 0) return null
  // 42 Harbour Road, Boston, MA 02110: the city stands in a part of its own before the postcode.
  const cityBefore = at > 0 && streetAt >= 0 && streetAt < at - 1 && places[at]?.groups?.['city'] === undefined ? at - 1 : -1
  // Hauptweg 7 / 20457 Hamburg: what stands right before a postcode and holds a number is the street.
  const near = streetAt >= 0 ? streetAt : at > 0 && /\p{L}.*\d/u.test(parts[at - 1]?.text ?? '') ? at - 1 : -1
  const countryAt = parts.findIndex(({ text }, place) => place > Math.max(at, near) && COUNTRIES.test(text))
  for (const place of new Set([near, cityBefore, at, countryAt])) {
    const part = parts[place]
    if (part) understand(working, 'address', part.from, part.to)
  }
  const groups = places[at]?.groups
  return {
    ...{ province: null, county: null, code: null },
    city: groups?.['city'] ?? parts[cityBefore]?.text ?? null,
    postcode: groups?.['postcode'] ?? null,
    street: parts[near]?.text ?? null,
    country: parts[countryAt]?.text ?? null,
  }
}
