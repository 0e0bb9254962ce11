// Connections of which nobody knows yet whose they are: few of them, few from one address, and none for long. The time is absolute,
// so that a byte now and then holds no seat.
import type { Socket } from 'node:net'
import { endpointsOf } from './secure-socket.ts'

/** Why somebody left without having been let in. `no_handshake`: went away, or spoke no TLS 1.3. */
export type WaitingEnd = 'too_many' | 'too_slow' | 'no_handshake'

export interface WaitingRoomOptions {
  readonly ms: number
  readonly seats: number
  readonly seatsOfOne: number
  readonly onPutOut: (reason: WaitingEnd, address: string) => void
}

export interface WaitingRoom {
  /** False: there is no seat, and the connection is gone. */
  readonly enter: (raw: Socket) => boolean
  /** The same connection is through its handshake. False: it has lost its seat meanwhile. */
  readonly leave: (secured: Socket) => boolean
  /** Puts out everybody. */
  readonly clear: () => void
}

interface Seat {
  readonly address: string
  readonly raw: Socket
  readonly patience: NodeJS.Timeout
}

export const waitingRoom = ({ ms, seats, seatsOfOne, onPutOut }: WaitingRoomOptions): WaitingRoom => {
  const waiting = new Map<string, Seat>()

  const leave = (place: string): boolean => {
    clearTimeout(waiting.get(place)?.patience)
    return waiting.delete(place)
  }
  const putOut = (place: string, raw: Socket, reason: WaitingEnd): void => {
    const address = waiting.get(place)?.address
    raw.destroy()
    if (address !== undefined && leave(place)) onPutOut(reason, address)
  }

  return {
    enter: (raw) => {
      const { address } = endpointsOf(raw).remote
      const ofThisOne = [...waiting.values()].filter((seat) => seat.address === address)
      if (waiting.size >= seats || ofThisOne.length >= seatsOfOne) {
        raw.destroy()
        onPutOut('too_many', address)
        return false
      }
      const place = placeOf(raw)
      waiting.set(place, { address, raw, patience: setTimeout(() => putOut(place, raw, 'too_slow'), ms) })
      raw.on('close', () => putOut(place, raw, 'no_handshake'))
      return true
    },
    leave: (secured) => leave(placeOf(secured)),
    clear: () => {
      for (const [place, { raw }] of waiting) {
        leave(place)
        raw.destroy()
      }
    },
  }
}

/** The same for a connection and for the secured stream over it. */
const placeOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress}|${remotePort}`
