// Which TCP sockets of this process listen and which of its UDP sockets are bound, as the kernel tells it. Linux alone.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Why it cannot be told here; null if it can. */
export const whyNoSocketList = (): string | null =>
  process.platform === 'linux' ? null : `Sockets are looked up in /proc, and this is ${process.platform}.`

export interface OwnSocket {
  readonly protocol: 'tcp' | 'udp'
  readonly port: number
  /** The kernel's number of this very socket. */
  readonly inode: string
}

const LISTENING = '0A'
const TABLES = [
  { file: 'tcp', protocol: 'tcp' },
  { file: 'tcp6', protocol: 'tcp' },
  { file: 'udp', protocol: 'udp' },
  { file: 'udp6', protocol: 'udp' },
] as const

export const ownSockets = (): readonly OwnSocket[] => {
  const own = ownInodes()
  return TABLES.flatMap(({ file, protocol }) => {
    const [, ...lines] = readFileSync(`/proc/self/net/${file}`, 'utf8').trim().split('\n')
    return lines.flatMap((line): OwnSocket[] => {
      // Its number, local address, remote address, state, five more, inode: `man 5 proc`.
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/u)
      if (!own.has(inode) || (protocol === 'tcp' && state !== LISTENING)) return []
      return [{ protocol, port: Number.parseInt(local.split(':').at(-1) ?? '', 16), inode }]
    })
  })
}

const ownInodes = (): ReadonlySet<string> => {
  const targets = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`)
    } catch (error) {
      // It was closed since: at least the one that read the folder.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
      throw error
    }
  })
  return new Set(targets.flatMap((target) => /^socket:\[(\d+)\]$/u.exec(target)?.[1] ?? []))
}
