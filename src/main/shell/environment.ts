// What the shell cannot make itself: the time, new ids, and where the built files are. Made once, in main/index.ts.

export interface Environment {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A random UUID; also used as a token that cannot be guessed. */
  readonly newId: () => string
  /** The folder of the built entry file, `out/main`. */
  readonly outFolder: string
}
