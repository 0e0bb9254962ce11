// Fetches the contents that are wanted from the machines that have them: the urgent first, one at a time from each machine, a few at once.
import type { WantedContent } from '#main/attachments/arriving-content.ts'
import { AppError } from '#shared/base/app-error.ts'
import { attachmentsTopic, type ContentPeer, contentHash, MOST_ASKED, MOST_HOPS } from './attachments-topic.ts'
import type { Contents } from './contents.ts'
import { fetchContent } from './fetch-content.ts'
import { type ContentState, inOrder, isMoreUrgent, stateOfWant, type Urgency, type Want, wantAgain } from './file-wants.ts'
import type { Topic } from './topic.ts'

/** Fetched at the same time. */
const AT_ONCE = 3
/** How long nobody needs to ask again for what a page shows, or what another machine asked for. */
const PATIENCE_MS = 60_000
/** How often machines that had nothing are asked again. */
const ASK_AGAIN_MS = 15_000
/** What others ask for is not noted beyond this. */
const MOST_WANTS = 5000
/** More than this is fetched only for somebody at this machine. */
const MOST_RELAYED = 256 * 1024 * 1024

export interface FileTrafficOptions {
  readonly contents: Contents
  readonly nowMs: () => number
  /** Whether so many bytes may come that nobody here has asked for. */
  readonly hasRoom: (bytes: number) => Promise<boolean>
  /** Something of `stateOf` is different. `isHere`: a content has come. */
  readonly onChange: (isHere: boolean) => void
  /** Nothing else is to be exchanged with some machine. */
  readonly onSettled: () => void
  /** A machine is there that was not. */
  readonly onPeer: () => void
  readonly logBug: (error: unknown) => void
  readonly askAgainMs?: number
}

export interface FileTraffic {
  readonly topic: Topic
  /** To be repeated within a minute, as long as it is wanted. What is here already must not be named. */
  readonly want: (contents: readonly WantedContent[], urgency: Exclude<Urgency, 'relayed'>) => void
  readonly stateOf: (hash: string) => ContentState
  readonly hasPeers: () => boolean
  /** Whether nothing is wanted that somebody has. */
  readonly isIdle: () => boolean
  readonly close: () => void
}

export const createFileTraffic = (options: FileTrafficOptions): FileTraffic => {
  const { contents, nowMs, hasRoom, onChange, onSettled, onPeer, logBug, askAgainMs = ASK_AGAIN_MS } = options
  const peers = new Map<string, ContentPeer>()
  const wants = new Map<string, Want>()

  const change = (hash: string, news: Partial<Want>): void => {
    const want = wants.get(hash)
    if (want) wants.set(hash, { ...want, ...news })
  }
  const without = (set: ReadonlySet<string>, one: string): ReadonlySet<string> => new Set([...set].filter((each) => each !== one))

  const ask = (peer: ContentPeer, asked: readonly Want[]): void => {
    for (const hops of new Set(asked.map((want) => want.hops))) {
      const some = asked.filter((want) => want.hops === hops && !want.askers.has(peer.deviceId))
      for (let at = 0; at < some.length; at += MOST_ASKED)
        peer.ask(
          some.slice(at, at + MOST_ASKED).map(({ content }) => content),
          hops,
        )
    }
  }
  const askAll = (asked: readonly Want[]): void => peers.forEach((peer) => ask(peer, asked))

  const add = (wanted: readonly WantedContent[], wish: { urgency: Urgency; hops: number; asker: string | null }): void => {
    const fresh: Want[] = []
    for (const content of wanted) {
      const known = wants.get(content.hash)
      // What a row here says of its size counts more than what another machine said.
      const isOther = wish.asker === null && known?.from === null && known.content.size !== content.size
      const before = isOther ? undefined : known
      const want = wantAgain(before, content, { ...wish, until: nowMs() + PATIENCE_MS }, nowMs())
      wants.set(content.hash, want)
      if (!before) fresh.push(want)
    }
    askAll(fresh)
    pump()
  }

  const run = async (want: Want, peer: ContentPeer): Promise<void> => {
    const { content, isDoubted } = want
    const { hash } = content
    const mayGoOn = (): boolean => {
      const now = wants.get(hash)
      return now !== undefined && !wants.values().some((one) => waitsFor(one, peer) && isMoreUrgent(one, now))
    }
    const onProgress = (pieces: number): void => {
      change(hash, { pieces })
      onChange(false)
    }
    try {
      if (want.urgency !== 'shown' && !(await hasRoom(content.size))) return change(hash, { trouble: 'errors.diskFull' })
      const { end, isFromHere } = await fetchContent({ content, peer, contents, isAnew: isDoubted, mayGoOn, onProgress })
      const now = wants.get(hash)
      if (end === 'kept' && now) {
        wants.delete(hash)
        for (const asker of now.askers) peers.get(asker)?.tell([hash])
      }
      if (end === 'gone' && now) change(hash, { holders: without(now.holders, peer.deviceId) })
      if (end === 'wrong' && now) {
        const liars = isFromHere ? new Set([...now.liars, peer.deviceId]) : now.liars
        change(hash, { liars, isDoubted: true, pieces: 0, holders: new Set([...now.holders].filter((one) => !liars.has(one))) })
      }
      onChange(end === 'kept')
    } catch (error) {
      // The disk of this machine refuses it; it is tried again later.
      if (!(error instanceof AppError)) logBug(error)
      change(hash, { trouble: error instanceof AppError ? error.messageKey : 'errors.disk' })
      onChange(false)
    } finally {
      change(hash, { from: null })
      pump()
    }
  }

  const waitsFor = (want: Want, { deviceId }: ContentPeer): boolean =>
    want.from === null && want.trouble === null && want.holders.has(deviceId)

  /** Called for each file and each word about one: it looks at each want once. */
  const pump = (): void => {
    const all = [...wants.values()]
    const busy = new Set(all.flatMap(({ from }) => (from === null ? [] : [from])))
    for (const want of inOrder(all.filter(({ from, holders }) => from === null && holders.size > 0))) {
      if (busy.size >= AT_ONCE) return
      const peer = [...peers.values()].find((one) => waitsFor(want, one) && !busy.has(one.deviceId))
      if (!peer) continue
      busy.add(peer.deviceId)
      change(want.content.hash, { from: peer.deviceId })
      void run(want, peer)
    }
  }

  const asked = async (peer: ContentPeer, wanted: readonly WantedContent[], hops: number): Promise<void> => {
    const here = new Set(await contents.have(wanted.map(({ hash }) => hash)))
    if (here.size > 0) peer.tell([...here])
    const lacked = wanted.filter(({ hash, size }) => !here.has(hash) && size <= MOST_RELAYED)
    if (hops < MOST_HOPS && wants.size < MOST_WANTS && peers.get(peer.deviceId) === peer) {
      add(lacked, { urgency: 'relayed', hops: hops + 1, asker: peer.deviceId })
    }
  }

  const told = ({ deviceId }: ContentPeer, hashes: readonly string[]): void => {
    for (const hash of hashes) {
      const want = wants.get(hash)
      if (want && !want.liars.has(deviceId)) change(hash, { holders: new Set([...want.holders, deviceId]) })
    }
    onChange(false)
    pump()
  }

  const lookAgain = setInterval(() => {
    for (const [hash, want] of wants) {
      const isOver = want.until < nowMs() && want.from === null && !(want.urgency === 'fill' && want.holders.size > 0)
      if (isOver) wants.delete(hash)
      else if (want.trouble !== null) change(hash, { trouble: null })
    }
    askAll([...wants.values()].filter((want) => want.from === null && want.holders.size === 0))
    pump()
    onChange(false)
  }, askAgainMs)

  return {
    topic: attachmentsTopic(contents, {
      joined: (peer) => {
        peers.set(peer.deviceId, peer)
        ask(peer, [...wants.values()])
        onPeer()
      },
      left: (peer) => {
        if (peers.get(peer.deviceId) !== peer) return
        peers.delete(peer.deviceId)
        for (const [hash, want] of wants)
          change(hash, { holders: without(want.holders, peer.deviceId), liars: without(want.liars, peer.deviceId) })
        onChange(false)
      },
      ...{ asked, told, settled: onSettled },
    }),
    want: (wanted, urgency) =>
      add(
        wanted.filter(({ hash }) => contentHash.safeParse(hash).success),
        { urgency, hops: 0, asker: null },
      ),
    stateOf: (hash) => stateOfWant(wants.get(hash), nowMs(), peers.size > 0),
    hasPeers: () => peers.size > 0,
    isIdle: () => ![...wants.values()].some(({ from, holders }) => from !== null || holders.size > 0),
    close: () => {
      clearInterval(lookAgain)
      wants.clear()
    },
  }
}
