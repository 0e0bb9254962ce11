// The port of the door: the one that is wanted, and where another program has it the next that is free.
import { createServer } from 'node:net'
import { AppError } from '#shared/base/app-error.ts'
import type { Address } from './addresses.ts'
import { doorError, listen, type Listener, type ListenOptions } from './listen.ts'
import { SYNC_PORTS } from './ports.ts'

/** Each once. Whoever wants 0 takes any; so does in the end whoever finds all others taken. */
export const portsToTry = (wanted: readonly number[]): readonly number[] => {
  if (wanted[0] === 0) return [0]
  return [...new Set([...wanted.filter((port) => port !== 0), ...SYNC_PORTS]), 0]
}

/** Throws the AppError of the port that was wanted first, if none can be had. */
export const listenSomewhere = async (
  options: Omit<ListenOptions, 'port'>,
  wanted: readonly number[],
  listens: typeof listen = listen,
): Promise<Listener> => {
  let first: AppError | null = null
  for (const port of portsToTry(wanted)) {
    try {
      return await listens({ ...options, port })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      first ??= error
    }
  }
  throw first ?? new RangeError('No port was wanted.')
}

/** Throws the AppError of this one place, if nobody can listen there now. */
export const requireFree = (place: Address): Promise<void> =>
  new Promise((resolve, reject) => {
    const trial = createServer()
    trial.once('error', (error) => reject(doorError(error, place)))
    trial.listen(place, () => trial.close(() => resolve()))
  })
