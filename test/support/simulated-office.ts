// An office of machines with the real engine, conversations, connections and rounds of calls over a simulated network.
import { createHash } from 'node:crypto'
import { createDigestAudit } from '#main/sync/digest-topic.ts'
import { answerDigests } from '#main/sync/local-digests.ts'
import { type Connection, createConnections } from '#main/sync/connections.ts'
import { ack, messageTypes, readMessage } from '#main/sync/messages.ts'
import { createRounds } from '#main/sync/rounds.ts'
import type { Replica, VersionVector } from '#main/sync/replica.ts'
import type { Link } from '#main/net/link.ts'
import { decodeSets } from '#main/db/replicate/wire.ts'
import { askable } from './linked-machines.ts'
import type { Machine } from './replicas.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import type { VirtualTime } from './virtual-time.ts'

/** As the office calls. */
const CALL_EVERY_MS = 15_000
const KEY = '09'.repeat(32)

export interface Desk {
  readonly name: string
  readonly machine: Machine
  /** Its clock, ms; sets the clock of its file, too. */
  readonly wall: () => number
  clockAheadMs: number
  /** How long its disk takes for a batch. */
  diskMs: number
  /** Something was written here. */
  readonly wrote: () => void
  readonly holds: () => VersionVector
  readonly connections: () => readonly Connection[]
  /** Calls whom it has no connection to, wanted or not. */
  readonly call: (name: string) => void
  readonly close: () => Promise<void>
}

/** What went over all links. */
export interface Traffic {
  /** Change sets that arrived, each as often as it did. */
  sets: number
  /** The most batches of one side that were on their way at a time. */
  mostOnTheWay: number
  /** What must not happen in an office of honest machines. */
  readonly faults: string[]
}

export interface OfficeOptions {
  readonly time: VirtualTime
  readonly network: SimulatedNetwork
  readonly random: () => number
  readonly machines: readonly Machine[]
  /** The clocks of all machines at the beginning, ms. */
  readonly startsAt: number
}

/** Sees what goes over a link: nothing may go over it twice the same way, and no more at a time than was agreed on. */
const watched = (link: Link, traffic: Traffic): Link => {
  const arrived = new Set<string>()
  let begun: Buffer[] = []
  let onTheWay = 0
  return {
    ...link,
    send: (type, payload) => {
      if (type === messageTypes.batch) traffic.mostOnTheWay = Math.max(traffic.mostOnTheWay, (onTheWay += 1))
      return link.send(type, payload)
    },
    onFrame: (limits, handler) =>
      link.onFrame(limits, (frame) => {
        const { type, payload } = frame
        if (type === messageTypes.ack) onTheWay -= readMessage(ack, frame)?.batches ?? 0
        if (type === messageTypes.batchPart || type === messageTypes.batch) begun.push(payload)
        if (type === messageTypes.batch) {
          for (const { originHex, seq } of decodeSets(Buffer.concat(begun))) {
            const name = `${originHex}-${seq}`
            if (arrived.has(name)) traffic.faults.push(`${link.deviceId} sent ${name} twice to ${link.ownId}`)
            arrived.add(name)
            traffic.sets += 1
          }
          begun = []
        }
        return handler(frame)
      }),
  }
}

export const openSimulatedOffice = (options: OfficeOptions) => {
  const { time, network, random, machines, startsAt } = options
  const traffic: Traffic = { sets: 0, mostOnTheWay: 0, faults: [] }
  const nameOf = (index: number): string => createHash('sha256').update(`machine ${index}`).digest('hex')
  const names = machines.map((_, index) => nameOf(index))

  const openDesk = (machine: Machine, index: number): Desk => {
    const name = nameOf(index)
    const { replica: file, committed } = askable(machine)
    let held: VersionVector | null = null
    file.onCommit(() => (held = null))
    const wall = (): number => (machine.clock.now = startsAt + Math.floor(time.now()) + desk.clockAheadMs)
    // Small batches, so that few changes are many of them.
    const batchBytes = [500, 4000, 128 * 1024][Math.floor(3 * random())] ?? 0
    const replica: Replica = {
      ...file,
      missing: (have, after, bytes) => file.missing(have, after, Math.min(bytes, batchBytes)),
      take: async (bytes, origins) => {
        if (desk.diskMs > 0) await time.wait(desk.diskMs)
        wall()
        return file.take(bytes, origins)
      },
    }
    const answer = answerDigests(machine.writer)
    const audit = createDigestAudit({
      digests: async (question) => answer(question),
      nowMs: wall,
      onFound: (other, places) => traffic.faults.push(`${name} and ${other} differ: ${JSON.stringify(places)}`),
    })
    const connections = createConnections({
      identity: { deviceId: name, certificatePem: '', privateKeyPem: '' },
      ...{ replica, keys: () => [KEY], self: { name, app: '1.0.0', schema: 7 }, nowMs: wall, topics: [audit.topic] },
      logBug: (error) => traffic.faults.push(String(error)),
      onChange: () => {
        for (const { trouble } of connections.all()) if (trouble) traffic.faults.push(JSON.stringify(trouble))
      },
    })
    const take = (link: Link): void => {
      void link.closed.then(({ end, error }) => {
        if (['bad_frame', 'unread', 'failed'].includes(end)) traffic.faults.push(`${end}: ${String(error)}`)
      })
      connections.take(watched(link, traffic))
    }
    let isClosed = false
    const calling = new Set<string>()
    const call = async (other: string): Promise<void> => {
      if (calling.has(other)) return
      calling.add(other)
      try {
        const link = await network.dial(name, other)
        if (isClosed) link.close()
        else take(link)
      } catch {
        // It is not there.
      } finally {
        calling.delete(other)
      }
    }
    const rounds = createRounds({
      ...{ self: name, nowMs: wall, isConnected: connections.isConnected, giveUp: connections.giveUp, call },
      greeting: connections.greeting,
      others: () => names.filter((other) => other !== name && !connections.isShunned(other)),
      called: () => connections.all().flatMap((one) => (one.isOpen && one.side === 'dialled' ? [one.deviceId] : [])),
    })
    network.join(name, take)
    let calls: NodeJS.Timeout | undefined
    time.after(random() * CALL_EVERY_MS, () => {
      calls = setInterval(() => void rounds.callAll(), CALL_EVERY_MS)
      void rounds.callAll()
    })
    const desk: Desk = {
      ...{ name, machine, wall, clockAheadMs: 0, diskMs: 0, connections: connections.all },
      wrote: () => committed(),
      holds: () => (held ??= machine.writer.outgoing.vector()),
      call: (other) => void call(other),
      close: async () => {
        isClosed = true
        clearInterval(calls)
        await connections.close()
      },
    }
    return desk
  }

  return { desks: machines.map(openDesk), traffic }
}
