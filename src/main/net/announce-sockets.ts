// The sockets of the announcements: an ear for each family, and on each interface a voice that speaks from its own address.
// One socket that changes its interface between two sends would not do: Node sends after the next turn, by whichever interface was set last.
import { createSocket, type RemoteInfo, type Socket, type SocketOptions } from 'node:dgram'
import type { Way } from './announcement.ts'
import type { UsableInterface } from './interfaces.ts'

/** Of the addresses that belong to the site (RFC 2365); not routed. */
export const MULTICAST_V4 = '239.255.75.84'
/** Link-local and not assigned by anyone (RFC 4291 2.7). */
export const MULTICAST_V6 = 'ff12::4b49:5448'

export type SocketMaker = (options: SocketOptions) => Socket
export type CallWay = Exclude<Way, 'answer'>

export interface Sender {
  /** With `%scope` where it is link-local. */
  readonly address: string
  readonly port: number
}

/** One way out of this machine. `error` is the system's code for what stopped the last call (`ENETUNREACH`, `EPERM`). */
export interface OutgoingWay {
  readonly interfaceName: string
  readonly way: CallWay
  /** An IPv4 address of ours, or `%scope`: a call of ours that is heard back comes from there. */
  readonly from: string
  readonly to: string
  readonly error: string | null
}

/** What does not listen: `EADDRINUSE` is another program on the port, `ENOBUFS` more groups than the system allows. */
export interface DeafEar {
  readonly family: 'IPv4' | 'IPv6'
  readonly interfaceName: string | null
  readonly error: string
}

export interface AnnounceSockets {
  readonly deaf: readonly DeafEar[]
  ways(): readonly OutgoingWay[]
  /** Speaks on every way; resolves when the system has taken or refused each. */
  call(bytesFor: (way: CallWay) => Buffer): Promise<void>
  /** Speaks to one machine alone. */
  answer(bytes: Buffer, to: Sender): void
  close(): Promise<void>
}

export interface AnnounceSocketsOptions {
  readonly interfaces: readonly UsableInterface[]
  readonly port: number
  readonly makeSocket?: SocketMaker
  readonly onDatagram: (bytes: Buffer, sender: Sender) => void
}

interface Voice extends Omit<OutgoingWay, 'error'> {
  readonly socket: Socket | null
  error: string | null
}

/** Opens what can be opened: what cannot is told by `deaf` and `ways`, because two other ways may still lead out. */
export const openAnnounceSockets = async (options: AnnounceSocketsOptions): Promise<AnnounceSockets> => {
  const { interfaces, port, makeSocket = createSocket, onDatagram } = options
  const sockets: Socket[] = []
  const deaf: DeafEar[] = []

  const open = async (socketOptions: SocketOptions, at: { port: number; address: string }): Promise<Socket> => {
    const socket = makeSocket(socketOptions)
    sockets.push(socket)
    // An error outside of binding is that of one datagram (as when a machine refuses it), and `send` tells of its own.
    socket.on('error', () => undefined)
    // A voice hears, too: answers come to the port that asked, and firewalls let those in.
    socket.on('message', (bytes, from) => onDatagram(bytes, senderOf(from)))
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.bind(at, () => {
        socket.off('error', reject)
        resolve()
      })
    })
    return socket
  }

  const openEar = async (family: DeafEar['family'], join: (ear: Socket, at: UsableInterface) => void): Promise<Socket | null> => {
    const places = interfaces.filter(({ ipv4, scope }) => (family === 'IPv4' ? ipv4.length > 0 : scope !== null))
    if (places.length === 0) return null
    try {
      const isV4 = family === 'IPv4'
      // Several workspaces on one machine share the port.
      const shared = { type: isV4 ? 'udp4' : 'udp6', reuseAddr: true, ipv6Only: !isV4 } as const
      const ear = await open(shared, { port, address: isV4 ? '0.0.0.0' : '::' })
      for (const place of places) {
        try {
          join(ear, place)
        } catch (error) {
          // Two names of one interface, as eth0 and eth0:1.
          if (codeOf(error) !== 'EADDRINUSE') deaf.push({ family, interfaceName: place.name, error: codeOf(error) })
        }
      }
      return ear
    } catch (error) {
      deaf.push({ family, interfaceName: null, error: codeOf(error) })
      return null
    }
  }

  const openVoice = async (
    options: SocketOptions,
    address: string,
    prepare: (voice: Socket) => void,
  ): Promise<Socket | string> => {
    try {
      const voice = await open(options, { port: 0, address })
      prepare(voice)
      return voice
    } catch (error) {
      return codeOf(error)
    }
  }

  const openVoices = async (place: UsableInterface): Promise<Voice[]> => {
    const voices: Voice[] = []
    const add = (opened: Socket | string, way: CallWay, from: string, to: string): void => {
      const isOpen = typeof opened !== 'string'
      voices.push({ interfaceName: place.name, way, from, to, socket: isOpen ? opened : null, error: isOpen ? null : opened })
    }
    for (const { address, broadcast } of place.ipv4) {
      const opened = await openVoice({ type: 'udp4' }, address, (voice) => {
        voice.setBroadcast(true)
        voice.setMulticastInterface(address)
        voice.setMulticastTTL(1)
      })
      if (broadcast !== null) add(opened, 'broadcast', address, broadcast)
      add(opened, 'multicast', address, MULTICAST_V4)
    }
    if (place.scope !== null) {
      const scope = `%${place.scope}`
      const opened = await openVoice({ type: 'udp6', ipv6Only: true }, '::', (voice) => {
        voice.setMulticastInterface(`::${scope}`)
        voice.setMulticastTTL(1)
      })
      add(opened, 'ipv6', scope, MULTICAST_V6 + scope)
    }
    return voices
  }

  const ear4 = await openEar('IPv4', (ear, { ipv4: [first] }) => ear.addMembership(MULTICAST_V4, first?.address))
  const ear6 = await openEar('IPv6', (ear, { scope }) => ear.addMembership(MULTICAST_V6, `::%${scope}`))
  const voices = (await Promise.all(interfaces.map(openVoices))).flat()

  const speak = (voice: Voice, bytes: Buffer): Promise<void> =>
    new Promise((resolve) => {
      if (voice.socket === null) return resolve()
      voice.socket.send(bytes, port, voice.to, (error) => {
        voice.error = error === null ? null : codeOf(error)
        resolve()
      })
    })

  // A socket that is closed too early says nothing and tells nobody, so closing waits for what is being said.
  const saying = new Set<Promise<unknown>>()

  return {
    deaf,
    ways: () => voices.map(({ interfaceName, way, from, to, error }) => ({ interfaceName, way, from, to, error })),
    async call(bytesFor) {
      const said = Promise.all(voices.map((voice) => speak(voice, bytesFor(voice.way))))
      saying.add(said)
      await said.finally(() => saying.delete(said))
    },
    answer: (bytes, to) => {
      const ear = to.address.includes(':') ? ear6 : ear4
      // An answer that is lost is said again by the next call.
      ear?.send(bytes, to.port, to.address, () => undefined)
    },
    async close() {
      await Promise.all(saying)
      await Promise.all(sockets.map(closed))
    },
  }
}

const senderOf = ({ address, port }: RemoteInfo): Sender => ({ address, port })

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    try {
      socket.close(() => resolve())
    } catch {
      // It never opened, so there is nothing to close.
      resolve()
    }
  })
