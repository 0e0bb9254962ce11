// Real links over loopback, without a workspace: two machines, a door, and a wire between them that can be cut.
import { randomBytes } from 'node:crypto'
import { connect, createServer, type Socket } from 'node:net'
import { createDeviceIdentity, type DeviceIdentity } from '#main/net/certificate.ts'
import { dial, type DialOptions } from '#main/net/dial.ts'
import type { Link } from '#main/net/link.ts'
import { listen, type Listener, type ListenOptions, type Refusal } from '#main/net/listen.ts'

export const HOST = '127.0.0.1'

const [host, guest, stranger] = await Promise.all([createDeviceIdentity(), createDeviceIdentity(), createDeviceIdentity()])
/** `host` listens, `guest` calls, `stranger` is known to nobody. */
export const machines: Readonly<Record<'host' | 'guest' | 'stranger', DeviceIdentity>> = { host, guest, stranger }

const ends: (() => unknown)[] = []
export const atTheEnd = (end: () => unknown): void => void ends.push(end)
/** For `afterEach`: closes whatever was opened here, the last first. */
export const closeAll = async (): Promise<void> => {
  for (const end of ends.splice(0).toReversed()) await end()
}

export interface Door {
  readonly listener: Listener
  readonly links: Link[]
  readonly refused: Refusal[]
  /** The next link that comes in. */
  readonly entry: () => Promise<Link>
  /** Waits for the next refusal. */
  readonly refusal: () => Promise<Refusal>
}

/** The host's door: the guest is trusted, nobody is invited. */
export const openDoor = async (options: Partial<ListenOptions> = {}): Promise<Door> => {
  const entries = mailbox<Link>()
  const refusals = mailbox<Refusal>()
  const listener = await listen({
    identity: machines.host,
    port: 0,
    host: HOST,
    isTrusted: (deviceId) => deviceId === machines.guest.deviceId,
    isInviting: () => false,
    onLink: entries.put,
    onPairing: entries.put,
    onRefused: refusals.put,
    onError: (error) => {
      throw error
    },
    ...options,
  })
  atTheEnd(listener.close)
  return { listener, links: entries.all, refused: refusals.all, entry: entries.next, refusal: refusals.next }
}

/** The guest's call. */
export const call = async (port: number, options: Partial<DialOptions> = {}): Promise<Link> => {
  const link = await dial({
    identity: machines.guest,
    host: HOST,
    port,
    purpose: 'sync',
    expects: machines.host.deviceId,
    ...options,
  })
  atTheEnd(() => link.close())
  return link
}

/** Both ends of one link. */
export const linked = async (
  options: { readonly door?: Partial<ListenOptions>; readonly call?: Partial<DialOptions> } = {},
): Promise<{ readonly near: Link; readonly far: Link }> => {
  const door = await openDoor(options.door)
  const [near, far] = await Promise.all([call(door.listener.port, options.call), door.entry()])
  return { near, far }
}

export interface Wire {
  readonly port: number
  /** Everything that went over it, both ways. */
  readonly heard: () => Buffer
  /** From now on nothing goes through, in either direction, and nobody is told. */
  readonly cut: () => void
}

/** A wire to this port that can be cut without a word, as a pulled cable. */
export const wireTo = async (port: number): Promise<Wire> => {
  const sockets: Socket[] = []
  const heard: Buffer[] = []
  let isCut = false
  const server = createServer((near) => {
    const far = connect({ host: HOST, port })
    for (const [from, to] of [[near, far] as const, [far, near] as const]) {
      sockets.push(from)
      from.on('data', (chunk: Buffer) => {
        heard.push(chunk)
        if (!isCut) to.write(chunk)
      })
      from.on('error', () => from.destroy())
      from.on('close', () => isCut || to.destroy())
    }
  })
  atTheEnd(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen({ port: 0, host: HOST }, resolve))
  const at = server.address()
  return {
    port: typeof at === 'object' && at ? at.port : 0,
    heard: () => Buffer.concat(heard),
    cut: () => {
      isCut = true
    },
  }
}

/** Waits until it holds. */
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

export const bytes = randomBytes

const mailbox = <T>() => {
  const all: T[] = []
  let read = 0
  return {
    all,
    put: (item: T): void => void all.push(item),
    next: async (): Promise<T> => {
      read += 1
      await until(() => all.length >= read)
      const item = all[read - 1]
      if (item === undefined) throw new Error('The mailbox is empty')
      return item
    },
  }
}
