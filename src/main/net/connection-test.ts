// Tries out what the network lets through, and says it in words: what is well, what is odd, what is blocked and where to look.
// It uses what runs already; the only thing it opens are short connections to machines that belong to the office.
import type { Announcer, WayState } from './announcer.ts'
import { tryAddress, type TryAddress } from './dial-attempt.ts'
import { good, note, trouble, type Finding } from './finding.ts'
import { usableInterfaces, type UsableInterface } from './interfaces.ts'
import { testPeer, type TestedPeer } from './peer-test.ts'
import { SYNC_PORT } from './ports.ts'

export interface ConnectionTestOptions {
  /** Where this machine listens by TCP. Null: syncing is switched off. */
  readonly listening: { readonly port: number } | null
  /** Null: there is none. */
  readonly announcer: Pick<Announcer, 'call' | 'state' | 'peers'> | null
  /** Of the announcements. */
  readonly announcePort?: number
  readonly peers: readonly TestedPeer[]
  /** Each as soon as it is known. */
  readonly onFinding?: (finding: Finding) => void
  readonly readInterfaces?: (options: { readonly withLoopback: boolean }) => readonly UsableInterface[]
  readonly tries?: TryAddress
  /** Nobody wants to know any more: no further machine is asked. */
  readonly isOver?: () => boolean
  /** How long a call may take to come back, in ms. */
  readonly patience?: number
}

/** Answers what it has found until it was over. */
export const testConnection = async (options: ConnectionTestOptions): Promise<readonly Finding[]> => {
  const { listening, announcer, peers, onFinding, readInterfaces = usableInterfaces, tries = tryAddress } = options
  const { isOver = () => false } = options
  const findings: Finding[] = []
  const tell = (told: readonly Finding[]): void => {
    for (const finding of told) onFinding?.(finding)
    findings.push(...told)
  }

  const interfaces = readInterfaces({ withLoopback: false })
  tell(testInterfaces(interfaces, readInterfaces({ withLoopback: true }).length > 0))
  if (listening === null) {
    tell([note('sync.test.off')])
    return findings
  }
  tell(await testPort(listening, interfaces, tries))
  if (interfaces.length > 0 && announcer) {
    await announcer.call()
    await new Promise((resolve) => setTimeout(resolve, options.patience ?? 1_000))
    tell(testAnnouncements(announcer, options.announcePort ?? SYNC_PORT))
    const heard = announcer.peers().length
    tell([heard > 0 ? good('sync.test.heard', { count: heard }) : note('sync.test.nobody_heard')])
  }
  // One after the other: a network that drops packets is not to be asked everything at once.
  for (const peer of peers) {
    if (isOver()) break
    const finding = await testPeer(peer, tries)
    // What was cut short says nothing of that machine.
    if (!isOver()) tell([finding])
  }
  return findings
}

const testInterfaces = (interfaces: readonly UsableInterface[], hasLoopback: boolean): readonly Finding[] => {
  if (interfaces.length === 0) return [trouble(hasLoopback ? 'sync.test.only_loopback' : 'sync.test.no_network')]
  const addresses = interfaces.flatMap(({ ipv4, ipv6 }) => [...ipv4.map(({ address }) => address), ...ipv6])
  const names = interfaces.map(({ name }) => name)
  const isSelfAssigned = addresses.every((address) => /^(?:169\.254\.|fe[89ab][\da-f]:)/iu.test(address))
  return [isSelfAssigned ? note('sync.test.self_assigned', { names }) : good('sync.test.interfaces', { names, addresses })]
}

/** Others may be kept out all the same: a call to the own address goes by loopback, and meets no firewall of an interface. */
const testPort = async (
  { port }: { readonly port: number },
  interfaces: readonly UsableInterface[],
  tries: TryAddress,
): Promise<readonly Finding[]> => {
  const own = interfaces.flatMap(({ ipv4 }) => ipv4)[0]?.address
  if (own === undefined) return [good('sync.test.listening', { port })]
  const outcome = await tries({ host: own, port })
  return [
    outcome === 'reached' ? good('sync.test.listening', { port }) : trouble('sync.test.own_port_silent', { port, address: own }),
  ]
}

const testAnnouncements = (announcer: Pick<Announcer, 'state'>, port: number): readonly Finding[] => {
  const { ways, deaf } = announcer.state()
  const ears = deaf.map(({ interfaceName, error }) => {
    if (error === 'EADDRINUSE') return trouble('sync.test.announce_port_in_use', { port })
    return note('sync.test.deaf', { name: interfaceName ?? '–', error })
  })
  const open = ways.filter(({ error }) => error === null)
  if (open.length === 0) return [...ears, trouble('sync.test.cannot_call', { error: ways[0]?.error ?? '–' })]
  if (open.every(({ hasComeBack }) => !hasComeBack)) return [...ears, trouble('sync.test.nothing_back', { port })]
  const odd = ways.flatMap((way) => oddWay(way))
  return [...ears, ...odd, ...(ears.length + odd.length === 0 ? [good('sync.test.announcing')] : [])]
}

const oddWay = ({ interfaceName, way, error, hasComeBack }: WayState): readonly Finding[] => {
  if (error !== null) return [note('sync.test.way_refused', { name: interfaceName, way, error })]
  return hasComeBack ? [] : [note('sync.test.way_not_back', { name: interfaceName, way })]
}
