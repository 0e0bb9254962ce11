// A little office of network namespaces: machines with their own addresses and rules on switches made of bridges. Needs Linux and root.
import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'

/** Why this machine cannot make network namespaces; null if it can. */
export const whyNoNamespaces = (): string | null => {
  if (process.platform !== 'linux') return `Network namespaces are a thing of Linux, and this is ${process.platform}.`
  const name = `kith-try-${process.pid}`
  return tryOut(['netns', 'add', name]) ?? tryOut(['netns', 'del', name])
}

const tryOut = (words: readonly string[]): string | null => {
  try {
    ip(words)
    return null
  } catch (error) {
    return `ip ${words.join(' ')}: ${error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : String(error)}`
  }
}

const run = (program: string, words: readonly string[]): string =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const ip = (words: readonly string[]): string => run('ip', words)

const DEVICE = 'eth0'
const MTU = 1500

export interface PlugOptions {
  /** With the length of the prefix: `10.77.0.1/24`. */
  readonly addresses?: readonly string[]
  readonly device?: string
  /** 1500 unless told. */
  readonly mtu?: number
  /** False: no IPv6 on this interface, not even link-local. */
  readonly ipv6?: boolean
}

/** Where the switches of a lab stand; programs can be run there, too. */
export const HUB = 'hub'

export interface Lab {
  /** A switch that passes on multicast, or does not, as one with IGMP snooping. Broadcasts it always passes on. */
  addSwitch(name: string, options?: { readonly multicast?: boolean }): void
  /** A machine with loopback alone, and without any route. */
  addMachine(name: string): void
  plug(machine: string, onto: string, options?: PlugOptions): void
  /** Gives the machine a device that a program in the hub has made, instead of a cable. */
  hand(machine: string, made: string, options?: PlugOptions): void
  /** Pulls the cable of an interface and puts it into another switch. */
  replug(machine: string, onto: string, device?: string): void
  /** Runs a program on the machine and answers what it prints; throws if it fails. */
  run(machine: string, ...words: readonly string[]): string
  /** Null if the program ran, else why not. */
  tryRun(machine: string, ...words: readonly string[]): string | null
  /** It is ended with the lab, if not before. */
  start(machine: string, ...words: readonly string[]): ChildProcessWithoutNullStreams
  /** What stands before a program that is to run on the machine. */
  wordsFor(machine: string): readonly string[]
  remove(): void
}

let labs = 0

export const createLab = (): Lab => {
  const prefix = `kith${process.pid}-${(labs += 1)}-`
  const spaces = new Set<string>()
  const switches = new Map<string, { readonly multicast: boolean }>()
  const cables = new Map<string, string>()
  const started: ChildProcessWithoutNullStreams[] = []
  let ports = 0

  const addSpace = (name: string): void => {
    ip(['netns', 'add', prefix + name])
    spaces.add(prefix + name)
    ip(['-n', prefix + name, 'link', 'set', 'lo', 'up'])
  }
  addSpace(HUB)

  const runIn = (machine: string, ...words: readonly string[]): string => ip(['netns', 'exec', prefix + machine, ...words])
  /** As an office machine that was started long ago: the system does not first make sure that an IPv6 address is free. */
  const trustAddresses = (machine: string): void =>
    void runIn(machine, 'sh', '-c', 'echo 0 > /proc/sys/net/ipv6/conf/default/accept_dad')
  const setUp = (machine: string, { addresses = [], device = DEVICE, mtu = MTU, ipv6 = true }: PlugOptions): void => {
    const at = ['-n', prefix + machine]
    if (!ipv6) runIn(machine, 'sh', '-c', `echo 1 > /proc/sys/net/ipv6/conf/${device}/disable_ipv6`)
    ip([...at, 'link', 'set', device, 'mtu', String(mtu)])
    ip([...at, 'link', 'set', device, 'up'])
    for (const address of addresses) {
      const isV6 = address.includes(':')
      ip([...at, 'addr', 'add', address, 'dev', device, ...(isV6 ? ['nodad'] : [])])
    }
  }

  return {
    addSwitch(name, { multicast = true } = {}) {
      ip(['-n', prefix + HUB, 'link', 'add', name, 'type', 'bridge'])
      ip(['-n', prefix + HUB, 'link', 'set', name, 'up'])
      switches.set(name, { multicast })
    },
    addMachine(name) {
      addSpace(name)
      trustAddresses(name)
    },
    plug(machine, onto, options = {}) {
      const { device = DEVICE, mtu = MTU } = options
      const port = `p${(ports += 1)}`
      cables.set(`${machine} ${device}`, port)
      ip(['-n', prefix + HUB, 'link', 'add', port, 'type', 'veth', 'peer', 'name', device, 'netns', prefix + machine])
      ip(['-n', prefix + HUB, 'link', 'set', port, 'mtu', String(mtu), 'master', onto, 'up'])
      const isQuiet = switches.get(onto)?.multicast === false
      if (isQuiet) ip(['-n', prefix + HUB, 'link', 'set', 'dev', port, 'type', 'bridge_slave', 'mcast_flood', 'off'])
      setUp(machine, options)
    },
    hand(machine, made, options = {}) {
      ip(['-n', prefix + HUB, 'link', 'set', made, 'netns', prefix + machine, 'name', options.device ?? DEVICE])
      setUp(machine, options)
    },
    replug(machine, onto, device = DEVICE) {
      ip(['-n', prefix + HUB, 'link', 'set', cables.get(`${machine} ${device}`) ?? '', 'master', onto])
    },
    run: runIn,
    tryRun: (machine, ...words) => tryOut(['netns', 'exec', prefix + machine, ...words]),
    start(machine, ...words) {
      const child = spawn('ip', ['netns', 'exec', prefix + machine, ...words])
      started.push(child)
      return child
    },
    wordsFor: (machine) => ['ip', 'netns', 'exec', prefix + machine],
    remove() {
      for (const child of started) child.kill()
      for (const space of spaces) ip(['netns', 'del', space])
      spaces.clear()
    },
  }
}
