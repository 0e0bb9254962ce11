// The sealed file of the office network while the workspace is open: read once, written whole whenever something of it is worth keeping.
import type { Charter } from '#main/sync/charter.ts'
import { type CharterKeeper, createCharterKeeper } from '#main/sync/charter-keeper.ts'
import { type NetworkFile, readNetworkFile, writeNetworkFile } from './network-file.ts'

export interface NetworkBox {
  /** Null: this machine was never in the network. */
  readonly file: () => NetworkFile | null
  /** Who belongs to the office; null where there is no file. What changes in it is written at once. */
  readonly charter: () => CharterKeeper | null
  /** Throws a refusal `network.damaged`. `isUnsigned`: see `ReadFile`. */
  readonly read: () => { readonly isUnsigned: boolean }
  /** Throws what the disk refused; all is as before then. */
  readonly put: (file: NetworkFile) => void
  /** The same with a part of it. Nothing, where there is no file. */
  readonly change: (part: Partial<NetworkFile>) => void
  /** Off from now on, whatever the disk says. Throws what it refused: until something is written, the file says that the network is on. */
  readonly switchOff: () => void
  /** Zeroes the key; what changes from now on is not written. */
  readonly close: () => void
}

export const createNetworkBox = (path: string, key: Buffer, random: (bytes: number) => Uint8Array): NetworkBox => {
  let file: NetworkFile | null = null
  let keeper: CharterKeeper | null = null
  let isClosed = false

  const put = (changed: NetworkFile): void => {
    // What the disk refused has not happened.
    if (!isClosed) writeNetworkFile(path, key, random(12), changed)
    file = changed
  }
  const change = (part: Partial<NetworkFile>): void => (file ? put({ ...file, ...part }) : undefined)

  return {
    file: () => file,
    charter: () => {
      if (!file) return null
      const keep = (charter: Charter): void => change({ charter })
      return (keeper ??= createCharterKeeper({ charter: file.charter, identity: file.identity, random, keep }))
    },
    read: () => {
      const read = readNetworkFile(path, key)
      file = read?.file ?? null
      return { isUnsigned: read?.isUnsigned ?? false }
    },
    put,
    change,
    switchOff: () => {
      if (!file) return
      file = { ...file, isOn: false }
      put(file)
    },
    close: () => {
      isClosed = true
      key.fill(0)
    },
  }
}
