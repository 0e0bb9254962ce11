// Is the file sound? Asked at the first open after an end that was not an orderly one.
import { AppError } from '#shared/base/app-error.ts'
import type { RawConnection } from './raw-connection.ts'

/** Reads every page once. @throws AppError `unavailable` `workspace.damaged` */
export const assertSound = (raw: RawConnection): void => {
  const found = raw.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw new AppError('unavailable', 'workspace.damaged', {}, { cause: found })
}
