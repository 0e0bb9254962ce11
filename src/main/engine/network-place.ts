// Where the office network of this machine listens and speaks, where it is not as usual.
import type { UsableInterface } from '#main/net/interfaces.ts'

/** A hub that was told where; in tests: loopback instead of the network. */
export interface NetworkPlace {
  readonly host: string
  readonly port: number
  /** Where another program has the port no other one is taken. */
  readonly isOnlyPort?: boolean
  /** Without announcements. */
  readonly isSilent: boolean
  /** What is searched when somebody asks for it. */
  readonly search?: { readonly ports: readonly number[]; readonly interfaces: readonly UsableInterface[] }
  /** Announcements on another UDP port, and on these interfaces alone. */
  readonly announce?: { readonly port: number; readonly readInterfaces: () => readonly UsableInterface[] }
}
