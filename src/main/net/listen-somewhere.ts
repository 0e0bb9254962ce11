// The port of the door: the one that is wanted, and where another program has it the next that is free.
import { AppError } from '#shared/base/app-error.ts'
import { listen, type Listener, type ListenOptions } from './listen.ts'
import { SYNC_PORT } from './ports.ts'

/** So many in a row an administrator may open for Kith, from `SYNC_PORT` on. */
const PORTS_IN_A_ROW = 10

/** Each once. Whoever wants 0 takes any; so does in the end whoever finds all others taken. */
export const portsToTry = (wanted: readonly number[]): readonly number[] => {
  if (wanted[0] === 0) return [0]
  const usual = Array.from({ length: PORTS_IN_A_ROW }, (_, index) => SYNC_PORT + index)
  return [...new Set([...wanted.filter((port) => port !== 0), ...usual]), 0]
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
