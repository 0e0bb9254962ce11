// A key of a screen, and what it does.

export interface Shortcut {
  /** `n`, `?`, `g d` (one after the other), `mod+k` (Ctrl, or ⌘ on a Mac), `mod+shift+z`. */
  readonly keys: string
  /** What it does, for the list that `?` shows. */
  readonly label: string
  readonly group: 'everywhere' | 'go' | 'list' | 'page'
  readonly run: () => void
  /** A key that is held down does it once: what it is done to is another one the next time. */
  readonly isOnce?: boolean
  /** What has the focus understands this key by itself: it is only told of in the list of keys. */
  readonly isToldOnly?: boolean
}
