// The machines that histories happen on: they have met, and know some rows for each history. They are made once a process; each world is copies
// of them as they were.
import { freeLetter } from '#shared/devices/series-letter.ts'
import { MACHINES } from './history-commands.ts'
import { hearAll, type Machine, newMachine, restartedMachine } from './replicas.ts'

/** Histories that the same machines live through, one after the other: each is asked about alone, but all of them lie in the log. */
export const HISTORIES_A_WORLD = 60
export const START = Date.parse('2026-03-02T09:00:00Z')

export const actor = 'anna'
export const deal = { title: 'deal', pipelineId: 'p', stageId: 's0', position: 'a0', status: 'open', currency: 'EUR' } as const
export const order = { status: 'open', currency: 'EUR' } as const
export const ticket = { subject: 'ticket', statusId: 's', priority: 'normal', channel: 'phone' } as const

/** What the rows of one history are called: their names begin with the same letters. */
export const prefixOf = (place: number): string => `r${place}`
/** The one that lines are added to. */
export const orderOf = (prefix: string): string => `${prefix}-o`

interface Kept {
  readonly images: readonly Buffer[]
  /** By history: the place of its rows in the log of the first machine. */
  readonly scenes: readonly number[]
}

export interface World {
  readonly machines: Machine[]
  readonly scenes: Kept['scenes']
  /** Every number that the machines gave. */
  readonly given: Set<string>
  /** Draws the name of another incarnation: each gives its numbers under another letter. */
  readonly newOrigin: () => Uint8Array
}

const makeKept = async (count: number): Promise<Kept> => {
  const machines = await Promise.all([...Array(count).keys()].map((index) => newMachine(index)))
  const [first] = machines
  const scenes = [...Array(HISTORIES_A_WORLD).keys()].flatMap((place) => (first ? [makeScene(first, prefixOf(place))] : []))
  if (first) makeOffice(first)
  hearAll(machines)
  const images = machines.map(({ writer }) => writer.raw.serialize())
  for (const { writer } of machines) writer.close()
  return { images, scenes }
}

/** A machine that is put back gives its numbers under another letter only where there are others. */
const makeOffice = ({ writer }: Machine): void =>
  void writer.write({ actor, procedure: 'first' }, (tx) => {
    for (let index = 0; index < MACHINES; index++)
      tx.insert('devices', { id: `device-${index}`, name: `machine-${index}`, letter: freeLetter([], index) })
  })

/** Two companies, two deals and an order that everybody knows. */
const makeScene = ({ writer }: Machine, prefix: string): number =>
  writer.write({ actor, procedure: 'first' }, (tx) => {
    for (const row of [0, 1]) {
      tx.insert('companies', { id: `${prefix}-${row}`, name: 'n', city: 'c' })
      tx.insert('deals', { ...deal, id: `${prefix}-d${row}` })
    }
    tx.insert('orders', { ...order, id: orderOf(prefix), number: prefix })
  }).rev

const LETTERS = 24 ** 2
const createNewOrigin = (): (() => Uint8Array) => {
  let drawn = 0
  return () => {
    drawn += 1
    const origin = Buffer.alloc(16, drawn)
    // The letter is this modulo the number of letters; the name sorts before or after those of others.
    origin.writeUInt32BE(drawn + LETTERS * ((drawn * 2_654_435) % 7_000_000))
    return origin
  }
}

const kept = new Map<number, Promise<Kept>>()

export const newWorld = async (count = MACHINES): Promise<World> => {
  const made = kept.get(count) ?? makeKept(count)
  kept.set(count, made)
  const { images, scenes } = await made
  const machines = images.map((image, index) => restartedMachine(image, index))
  return { machines, scenes, given: new Set(), newOrigin: createNewOrigin() }
}
