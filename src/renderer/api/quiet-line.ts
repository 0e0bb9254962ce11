// What the last action did, for the one quiet line at the foot of the screen.
import type { AppError } from '#shared/base/app-error.ts'

export type QuietLineEntry =
  | { readonly kind: 'did'; readonly text: string; readonly operation: string | null }
  | { readonly kind: 'failed'; readonly error: AppError }

export interface QuietLineStore {
  readonly current: () => QuietLineEntry | null
  readonly subscribe: (listener: () => void) => () => void
  readonly say: (text: string, operation: string | null) => void
  readonly fail: (error: AppError) => void
  readonly clear: () => void
}

export const createQuietLine = (): QuietLineStore => {
  const listeners = new Set<() => void>()
  let entry: QuietLineEntry | null = null
  const set = (next: QuietLineEntry | null) => {
    entry = next
    for (const listener of listeners) listener()
  }

  return {
    current: () => entry,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    say: (text, operation) => set({ kind: 'did', text, operation }),
    fail: (error) => set({ kind: 'failed', error }),
    clear: () => set(null),
  }
}
