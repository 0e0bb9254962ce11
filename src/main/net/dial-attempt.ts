// One try whether a port of another machine can be reached, and if not, what its silence means.
import { connect, type Socket } from 'node:net'
import { isLinkLocal, type Address } from './addresses.ts'
import { usableInterfaces } from './interfaces.ts'

/** `refused`: the machine is there, nothing listens. `silent`: no answer at all. `no_way`: this machine knows no way there. `no_name`: nobody knows the name. */
export type AttemptOutcome = 'reached' | 'refused' | 'silent' | 'no_way' | 'no_name' | Misfit
/**
 * Something listens there. `not_let_in`: the machine that is meant, and it hangs up; `mute`: it takes the connection and says nothing;
 * `left_alone` and `turned_away`: one of the two does not speak to the other now; otherwise it is not that one, or understands this one not.
 */
export type Misfit = 'not_let_in' | 'mute' | 'left_alone' | 'turned_away' | 'other_machine' | 'not_kith' | 'other_version'
export type TryAddress = (address: Address) => Promise<AttemptOutcome>

const PATIENCE_MS = 3_000

export const tryAddress: TryAddress = ({ host, port }) =>
  new Promise((resolve) => {
    // Some systems would try it on another interface than the one that is meant.
    if (isLinkLocal(host) && !isScopeHere(host)) return resolve('no_way')
    const socket = begun({ host, port })
    if (!socket) return resolve('no_way')
    const end = (outcome: AttemptOutcome): void => {
      clearTimeout(patience)
      socket.destroy()
      resolve(outcome)
    }
    const patience = setTimeout(() => end('silent'), PATIENCE_MS)
    socket.once('connect', () => end('reached'))
    socket.on('error', (error) => end(meaning('code' in error ? String(error.code) : '')))
  })

/** Null: this is no place that anybody could call. */
const begun = (place: Address): Socket | null => {
  try {
    return connect(place)
  } catch {
    return null
  }
}

const isScopeHere = (host: string): boolean =>
  usableInterfaces({ withLoopback: true }).some(({ scope }) => host.endsWith(`%${scope}`))

const meaning = (code: string): AttemptOutcome => {
  if (code === 'ECONNREFUSED') return 'refused'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no_name'
  // An address without a machine is EHOSTUNREACH, as silent as a timeout.
  return ['ENETUNREACH', 'EADDRNOTAVAIL', 'ENETDOWN'].includes(code) ? 'no_way' : 'silent'
}
