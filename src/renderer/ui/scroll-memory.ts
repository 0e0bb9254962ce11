// Where a list was when it was left, by the entry of the browser's history, so that Back returns to the same place.

interface Place {
  readonly top: number
  readonly active: number
}

const places = new Map<string, Place>()

export const rememberScroll = (key: string, place: Place): void => {
  places.set(key, place)
}

export const recallScroll = (key: string): Place | undefined => places.get(key)
