// The port of the door: the one that is wanted, and where another program has it the next that is free.
import { AppError } from '#shared/base/app-error.ts'
import { listen, type Listener, type ListenOptions } from './listen.ts'
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
