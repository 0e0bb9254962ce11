// The part of a screen's state that belongs in its address, so that it can be bookmarked, gone back to and opened in a second window.
import { useSearchParams } from 'react-router'

export interface Address {
  readonly get: (name: string) => string | null
  readonly has: (name: string) => boolean
  /** Changes some parts and keeps the others; `null` takes a part out. Replaces the entry of the history. */
  readonly set: (changes: Readonly<Record<string, string | null>>) => void
}

export const useAddress = (): Address => {
  const [params, setParams] = useSearchParams()
  return {
    get: (name) => params.get(name),
    has: (name) => params.has(name),
    set: (changes) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changes)) {
            if (value === null) after.delete(name)
            else after.set(name, value)
          }
          return after
        },
        { replace: true },
      ),
  }
}
