// Machines that have files and empty databases: each with a sealed store in a folder of its own, talking over real TLS on loopback.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type AttachmentStore, createAttachmentStore } from '#main/attachments/attachment-store.ts'
import type { WantedContent } from '#main/attachments/arriving-content.ts'
import { type Disk, nodeDisk } from '#main/attachments/disk.ts'
import { createDeviceIdentity, type DeviceIdentity } from '#main/net/certificate.ts'
import type { Contents } from '#main/sync/contents.ts'
import { createFileTraffic, type FileTraffic } from '#main/sync/file-traffic.ts'
import { localContents } from '#main/sync/local-contents.ts'
import { askable, type Talk, talk } from './linked-machines.ts'
import { newMachine } from './replicas.ts'

export interface FileMachine {
  readonly identity: DeviceIdentity
  readonly folder: string
  readonly store: AttachmentStore
  readonly traffic: FileTraffic
  /** Pieces that came, as `hash index`. */
  readonly came: string[]
  readonly bugs: unknown[]
  /** The bytes of a content that is here. */
  readonly bytesOf: (hash: string) => Promise<Buffer>
  /** The same folder and key after a restart of the program. */
  readonly again: () => Promise<FileMachine>
}

export interface FileMachineOptions {
  /** What the machine does otherwise than an honest one. */
  readonly change?: (contents: Contents) => Partial<Contents>
  /** A disk that fails. */
  readonly disk?: Disk
  readonly hasRoom?: () => boolean
}

export const fileMachine = async (options: FileMachineOptions = {}): Promise<FileMachine> => {
  const base = mkdtempSync(join(tmpdir(), 'kith-files-'))
  onTestFinished(() => rmSync(base, { recursive: true, force: true }))
  return machineIn(join(base, 'attachments'), randomBytes(32), await createDeviceIdentity(), options)
}

const machineIn = async (
  folder: string,
  key: Uint8Array,
  identity: DeviceIdentity,
  { change = () => ({}), disk = nodeDisk, hasRoom = () => true }: FileMachineOptions,
): Promise<FileMachine> => {
  const store = createAttachmentStore({ folder, key, disk, random: (bytes) => bytes.set(randomBytes(bytes.length)) })
  const came: string[] = []
  const bugs: unknown[] = []
  const local = localContents(store)
  const contents: Contents = {
    ...local,
    append: async (content, index, piece) => {
      came.push(`${content.hash} ${index}`)
      await local.append(content, index, piece)
    },
    ...change(local),
  }
  const traffic = createFileTraffic({
    ...{
      contents,
      nowMs: () => performance.now(),
      onChange: () => undefined,
      onSettled: () => undefined,
      onPeer: () => undefined,
    },
    logBug: (error) => bugs.push(error),
    hasRoom: () => Promise.resolve(hasRoom()),
    askAgainMs: 100,
  })
  onTestFinished(() => {
    traffic.close()
    store.close()
  })
  return {
    ...{ identity, folder, store, traffic, came, bugs },
    bytesOf: async (hash) => {
      const content = await store.open(hash)
      const parts: Uint8Array[] = []
      for await (const part of content.chunks()) parts.push(Uint8Array.from(part))
      await content.close()
      return Buffer.concat(parts)
    },
    again: () => {
      traffic.close()
      store.close()
      return machineIn(folder, key, identity, {})
    },
  }
}

export const linkFiles = async (one: FileMachine, other: FileMachine): Promise<Talk> => {
  const databases = [await newMachine(0), await newMachine(1)] as const
  onTestFinished(() => databases.forEach(({ writer }) => writer.close()))
  const joined = await talk([askable(databases[0]), askable(databases[1])], [one.identity, other.identity], undefined, [
    [one.traffic.topic],
    [other.traffic.topic],
  ])
  onTestFinished(joined.close)
  return joined
}

export const contentOf = (bytes: Uint8Array): WantedContent => ({
  hash: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
})
