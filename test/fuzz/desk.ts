// A whole machine of an office without its sockets: its file in memory, its charter, and all topics over them as the program puts them together.
import { hash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAttachmentStore } from '#main/attachments/attachment-store.ts'
import type { WantedContent } from '#main/attachments/arriving-content.ts'
import type { Writer } from '#main/db/open-workspace.ts'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import type { Link } from '#main/net/link.ts'
import { type RememberedAddresses, rememberedAddresses } from '#main/net/remembered-addresses.ts'
import { createCalling } from '#main/sync/calling.ts'
import { type Charter, charter } from '#main/sync/charter.ts'
import { type CharterKeeper, createCharterKeeper } from '#main/sync/charter-keeper.ts'
import { charterTopic } from '#main/sync/charter-topic.ts'
import { createDialBack } from '#main/sync/dial-back-topic.ts'
import { createDigestAudit } from '#main/sync/digest-topic.ts'
import { createFileTraffic, type FileTraffic } from '#main/sync/file-traffic.ts'
import { createHeardOf } from '#main/sync/heard-of.ts'
import { localContents } from '#main/sync/local-contents.ts'
import { answerDigests } from '#main/sync/local-digests.ts'
import { createOthers } from '#main/sync/others-topic.ts'
import { createRemovalsHeard } from '#main/sync/removals-heard.ts'
import { createPresence } from '#main/sync/presence-topic.ts'
import type { Replica } from '#main/sync/replica.ts'
import { type Session, type SessionOptions, startSession } from '#main/sync/session.ts'
import { createTurns } from '#main/sync/turns.ts'
import type { Topic } from '#main/sync/topic.ts'
import { vouchedReplica } from '#main/sync/vouched-replica.ts'
import { askable } from '../support/linked-machines.ts'
import { newMachine } from '../support/replicas.ts'

export const PORT = 47_311
/** A record that people of all machines have open. */
export const RECORD = 'c0'

export interface Desk {
  readonly identity: DeviceIdentity
  readonly keeper: CharterKeeper
  readonly replica: Replica
  readonly topics: readonly Topic[]
  readonly traffic: FileTraffic
  /** A file that it has. */
  readonly kept: WantedContent
  readonly clock: { now: number }
  readonly writer: () => Writer
  /** Writes a company, as a person would. */
  readonly insert: (name: string) => void
  readonly askBack: (deviceId: string) => Promise<boolean | null>
  readonly digestOfTables: () => unknown
  /** How often it left a history of its own for another. */
  readonly partings: () => number
  /** All that somebody on the other side of a link could change here for good, in words. */
  readonly state: (deviceId: string) => string
  /** What of it this machine itself could not read again; null: nothing. */
  readonly flaw: () => string | null
  readonly talk: (link: Link, told: Pick<SessionOptions, 'onPeer' | 'onProgress' | 'onEnd'>) => Session
  readonly close: () => void
}

export const createDesk = async (index: number, identity: DeviceIdentity, of: Charter): Promise<Desk> => {
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') }
  const nowMs = (): number => clock.now
  const machine = await newMachine(index)
  const calls = { tried: 0, found: 0, appended: 0, finished: 0, kept: 0 }
  let { writer } = machine
  let addresses: RememberedAddresses = []
  let partings = 0
  const { replica: bare, committed } = askable(machine, (next) => {
    writer.close()
    writer = next
    partings += 1
  })
  const keeper = createCharterKeeper({ charter: of, identity, random: randomBytes, keep: () => (calls.kept += 1) })
  const replica = vouchedReplica(bare, identity, keeper)

  const calling = createCalling({
    ...{
      identity,
      nowMs,
      addresses,
      isMissing: () => false,
      isWanted: () => false,
      onChange: () => undefined,
      onLink: (link: Link) => link.close(),
      logBug: () => undefined,
    },
    onAddresses: (changed) => (addresses = changed),
  })
  const heardOf = createHeardOf({
    ...{ nowMs, calling, isMember: keeper.isMember, isOnOneMachine: true, port: () => PORT, connections: () => [] },
    removals: createRemovalsHeard({ charter: keeper, heard: {}, onHeard: () => undefined, logBug: () => undefined }),
    onAddresses: () => undefined,
    onChange: () => undefined,
  })
  const others = createOthers(heardOf)
  const dialBack = createDialBack(
    () => PORT,
    async () => {
      calls.tried += 1
      return 'reached'
    },
  )
  const presence = createPresence({ nowMs, onChange: () => undefined })
  presence.show([{ entity: 'company', id: RECORD, person: { id: 'anna', name: 'Anna' } }])
  const audit = createDigestAudit({
    digests: async (question) => answerDigests(writer)(question),
    nowMs,
    onFound: () => (calls.found += 1),
  })

  const folder = mkdtempSync(join(tmpdir(), 'kith-fuzz-'))
  const random = (bytes: Uint8Array): void => bytes.set(randomBytes(bytes.length))
  const store = createAttachmentStore({ folder, key: randomBytes(32), random })
  const kept = await store.keep([Buffer.from('An offer. '.repeat(100))])
  const local = localContents(store)
  const traffic = createFileTraffic({
    ...{ nowMs, onChange: () => undefined, onSettled: () => undefined, onPeer: () => undefined },
    contents: {
      ...local,
      append: (...given) => {
        calls.appended += 1
        return local.append(...given)
      },
      finish: (content) => {
        calls.finished += 1
        return local.finish(content)
      },
    },
    hasRoom: () => Promise.resolve(true),
    logBug: (error) => {
      throw error
    },
  })

  const insert = (name: string): void => {
    writer.write({ actor: 'anna', procedure: 'test' }, (tx) => tx.insert('companies', { name }))
    committed()
  }
  for (let at = 0; at < 20; at++) insert(`Nord ${at}`)
  // Signs its own origin: that is not to be seen as anybody's doing.
  await replica.holdings()
  const topics = [charterTopic(keeper), others.topic, dialBack.topic, ...presence.topics, traffic.topic, audit.topic]

  return {
    ...{ identity, keeper, replica, topics, traffic, kept, clock, insert, askBack: dialBack.ask },
    writer: () => writer,
    digestOfTables: () => answerDigests(writer)({ kind: 'tables' }),
    partings: () => partings,
    state: (deviceId) =>
      JSON.stringify([
        // Of a batch that is refused at its end all was written, and rolled back.
        hash('sha256', writer.raw.serialize()),
        [writer.outgoing.ownOrigin(), ...writer.outgoing.vector()],
        keeper.charter(),
        addresses,
        [...heardOf.told()],
        presence.others('company', RECORD).filter((one) => one.deviceId !== deviceId),
        audit.differs(deviceId),
        calls,
      ]),
    flaw: () => {
      if (writer.raw.inTransaction) return 'a transaction is open'
      if (!charter.safeParse(keeper.charter()).success) return 'its charter can not be read'
      return rememberedAddresses.safeParse(addresses).success ? null : 'its addresses can not be read'
    },
    talk: (link, told) =>
      startSession({
        ...{ link, replica, topics, nowMs, turns: createTurns(replica), keys: keeper.keys, ...told },
        self: { name: `machine-${index}`, app: '1.0.0', schema: 7 },
      }),
    close: () => {
      others.close()
      presence.close()
      traffic.close()
      store.close()
      const sound = writer.raw.pragma('integrity_check', { simple: true })
      writer.close()
      rmSync(folder, { recursive: true, force: true })
      if (sound !== 'ok') throw new Error(`The file is not sound any more: ${String(sound)}`)
    },
  }
}
