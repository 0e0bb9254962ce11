// Strictness: whatever Electron offers and this double does not imitate throws with its name, so that no test passes on an
// accidental `undefined`.
import { EventEmitter } from 'node:events'

// Names that Node, Playwright and assertion libraries look up on any object they meet.
const probes = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'inspect',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
  'domain',
])

export const notImitated = (owner: string, member: string | symbol): never => {
  throw new Error(`stand-in: ${owner}.${String(member)} is not imitated`)
}

const isForeign = (target: object, member: string | symbol) =>
  typeof member === 'string' && !(member in target) && !probes.has(member) && !member.startsWith('_')

/** The same object, but reading or writing a member that it does not have throws. */
export const strict = <T extends object>(owner: string, target: T): T =>
  new Proxy(target, {
    get: (on, member, receiver): unknown =>
      isForeign(on, member) ? notImitated(owner, member) : Reflect.get(on, member, receiver),
    set: (on, member, value, receiver) =>
      isForeign(on, member) ? notImitated(owner, member) : Reflect.set(on, member, value, receiver),
  })

/** A part of Electron that is left out altogether: it can be imported, and every use of it throws. */
export const leftOut = (owner: string): unknown =>
  new Proxy(class {}, {
    get: (on, member): unknown =>
      typeof member === 'symbol' || probes.has(member) ? Reflect.get(on, member) : notImitated(owner, member),
    construct: () => notImitated('new', owner),
  })

/**
 * The base of every imitated class: strict members, and strict event names, so that waiting for an event that never comes
 * fails at once. `events` is null where names are free, as channels are.
 */
export class StrictEmitter extends EventEmitter {
  constructor(owner: string, events: readonly string[] | null) {
    super()
    if (events !== null) {
      const known = new Set<string | symbol>([...events, 'newListener', 'removeListener'])
      super.on('newListener', (name: string | symbol) => {
        if (!known.has(name)) notImitated(owner, `on('${String(name)}')`)
      })
    }
    return strict(owner, this)
  }
}

export interface StandinEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** An event object as Electron hands to listeners, with further fields of its own. */
export const createEvent = <T extends object>(fields: T): StandinEvent & T => {
  let prevented = false
  const event = {
    ...fields,
    preventDefault: () => {
      prevented = true
    },
  }
  return Object.defineProperty(event, 'defaultPrevented', { get: () => prevented, enumerable: true }) as StandinEvent & T // defineProperty returns the plain type
}
