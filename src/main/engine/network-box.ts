// The sealed file of the office network while the workspace is open: read once, written whole whenever something of it is worth keeping.
import { type NetworkFile, readNetworkFile, writeNetworkFile } from './network-file.ts'

export interface NetworkBox {
  /** Null: this machine was never in the network. */
  readonly file: () => NetworkFile | null
  /** Throws a refusal `network.damaged`. */
  readonly read: () => void
  readonly put: (file: NetworkFile) => void
  /** Nothing, where there is no file. */
  readonly change: (part: Partial<NetworkFile>) => void
  /** Zeroes the key; what changes from now on is not written. */
  readonly close: () => void
}

export const createNetworkBox = (path: string, key: Buffer, random: (bytes: number) => Uint8Array): NetworkBox => {
  let file: NetworkFile | null = null
  let isClosed = false

  const put = (changed: NetworkFile): void => {
    file = changed
    if (!isClosed) writeNetworkFile(path, key, random(12), changed)
  }
  return {
    file: () => file,
    read: () => {
      file = readNetworkFile(path, key)
    },
    put,
    change: (part) => file && put({ ...file, ...part }),
    close: () => {
      isClosed = true
      key.fill(0)
    },
  }
}
