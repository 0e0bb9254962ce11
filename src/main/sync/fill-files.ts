// Fetches what files name and what is not here when nothing else is to be done, so that a file survives the machine it was added on.
import type { WantedContent } from '#main/attachments/arriving-content.ts'

export interface LackingPage {
  readonly contents: readonly WantedContent[]
  /** After this place the next files are. */
  readonly upTo: number
  readonly isEnd: boolean
}

export interface FillFilesOptions {
  /** Contents that are not here, of the next files after a place. */
  readonly lacking: (after: number) => Promise<LackingPage>
  readonly want: (contents: readonly WantedContent[]) => void
  /** Somebody is there to fetch from, and nothing is being fetched. */
  readonly mayLook: () => boolean
  readonly logBug: (error: unknown) => void
  readonly everyMs?: number
}

export interface FillFiles {
  /** There may be new files. */
  readonly look: () => void
  /** Somebody is there who was not, and may have any of them. */
  readonly lookAtAll: () => void
  readonly close: () => void
}

const EVERY_MS = 10_000
/** So many rounds after the last file: then all are looked through once more. */
const ROUNDS_OF_REST = 60

export const createFillFiles = ({ lacking, want, mayLook, logBug, everyMs = EVERY_MS }: FillFilesOptions): FillFiles => {
  let after = 0
  let rest = 0
  let isLooking = false
  let isAtEnd = false
  let untilAnew = ROUNDS_OF_REST

  const lookOn = async (): Promise<void> => {
    if (isLooking || !mayLook()) return
    isLooking = true
    try {
      const { contents, upTo, isEnd } = await lacking(after)
      want(contents)
      after = upTo
      isAtEnd = isEnd
      rest = isEnd ? ROUNDS_OF_REST : 0
    } catch (error) {
      logBug(error)
      rest = ROUNDS_OF_REST
    } finally {
      isLooking = false
    }
  }
  const lookAtAll = (): void => {
    after = 0
    rest = 0
    isAtEnd = false
    untilAnew = ROUNDS_OF_REST
  }
  const rounds = setInterval(() => {
    // News let it look at the newest at once, and put this off by nothing.
    if (isAtEnd && --untilAnew === 0) lookAtAll()
    if (rest === 0) void lookOn()
    else rest -= 1
  }, everyMs)

  return {
    look: () => {
      rest = 0
    },
    lookAtAll,
    close: () => clearInterval(rounds),
  }
}
