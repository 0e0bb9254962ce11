// What a pasted text says about a person or a company: an address as parcels carry it, or the signature of an e-mail. Proposes only.
import type { CountryCode } from '../phone.ts'
import { takeAddress } from './address-in-text.ts'
import type { Divisions } from './divisions.ts'
import { takeNumbers } from './numbers-in-text.ts'
import { takePeople } from './people-in-text.ts'
import type { Proposal } from './proposal.ts'
import { workingText } from './working-text.ts'

export interface PasteSurroundings {
  readonly divisions: Divisions
  /** Where a phone number without a country code is dialled from. */
  readonly country: CountryCode
}

/** Reads a pasted text. Pure: the same text, the same proposal. */
export const readPaste = (typed: string, { divisions, country }: PasteSurroundings): Proposal => {
  const working = workingText(typed)
  const { postcode, ...numbers } = takeNumbers(working, country)
  const pieces = takeAddress(working, divisions)
  const { name, title, company } = takePeople(working, pieces.rest)
  const address = pieces.address ?? (postcode === null ? null : emptyAddress)
  return {
    name,
    title,
    company,
    ...numbers,
    address: address && { ...address, postcode: postcode ?? address.postcode },
    spans: working.spans.toSorted((one, other) => one.from - other.from),
  }
}

const emptyAddress = { province: null, city: null, county: null, code: null, street: null, postcode: null, country: null }
