// A card of an address book, whichever version of vCard it was written in.

export type CardPointKind = 'phone' | 'email' | 'address' | 'messenger' | 'website'

/** A number or address on a card, with the types that Kith offers for its kind. */
export interface CardPoint {
  readonly kind: CardPointKind
  readonly type: string | null
  /** Of an address its street. */
  readonly value: string
  readonly city: string | null
  readonly country: string | null
  readonly postcode: string | null
  readonly isPreferred: boolean
}

export interface CardPhoto {
  readonly name: string
  /** By its bytes: `application/octet-stream` for what no page can draw. */
  readonly mimeType: string
  readonly bytes: Uint8Array
}

export interface Card {
  readonly name: string
  /** The name in its parts, where the card tells them; `prefix` is what stands before it (Dr.). */
  readonly familyName: string | null
  readonly givenName: string | null
  readonly prefix: string | null
  readonly isCompany: boolean
  readonly company: string | null
  readonly department: string | null
  readonly jobTitle: string | null
  /** `YYYY-MM-DD`, or `--MM-DD`. */
  readonly birthday: string | null
  readonly note: string | null
  readonly categories: readonly string[]
  readonly uid: string | null
  /** The preferred one of each kind first. */
  readonly points: readonly CardPoint[]
  readonly photo: CardPhoto | null
  /** Where on the web the photo lies that is not in the card. */
  readonly photoAddress: string | null
}
